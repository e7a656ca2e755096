package io.github.kazoomock.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The time of a sandbox, which tokens, timestamps and the {@code Date} header come from. */
public final class KazooClock {
    private static final String PATH = "clock";

    private final Admin admin;

    KazooClock(Admin admin) {
        this.admin = admin;
    }

    public Instant now() {
        return Instant.parse(String.valueOf(admin.get(PATH).get("now")));
    }

    /** Sets the time; it goes on from there unless it is frozen. */
    public KazooClock set(Instant time) {
        return change("set", time.toString());
    }

    /** Moves the time on, or back when the duration is negative. */
    public KazooClock advance(Duration by) {
        return change("advance", by.toString());
    }

    /** Stops the time. */
    public KazooClock freeze() {
        return change("frozen", true);
    }

    /** Lets the time go on. */
    public KazooClock run() {
        return change("frozen", false);
    }

    private KazooClock change(String key, Object value) {
        admin.post(PATH, Map.of(key, value));
        return this;
    }
}
