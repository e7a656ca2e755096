package io.github.kazoomock.server.numbers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a number stands (admin sheet 1.5). */
public enum NumberState {
    /** A carrier offers it; nobody has bought it. */
    DISCOVERY(false),
    AVAILABLE(false),
    RESERVED(true),
    IN_SERVICE(true),
    PORT_IN(true),
    PORT_OUT(true),
    RELEASED(false),
    AGING(false),
    DELETED(false);

    private final boolean assigned;

    NumberState(boolean assigned) {
        this.assigned = assigned;
    }

    /** True where a number belongs to an account; only then do calls reach it. */
    public boolean isAssigned() {
        return assigned;
    }

    /** As KAZOO spells it. */
    public String spelt() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of this name; null when there is none. */
    public static @Nullable NumberState of(String spelt) {
        for (NumberState state : values()) {
            if (state.spelt().equals(spelt)) {
                return state;
            }
        }
        return null;
    }
}
