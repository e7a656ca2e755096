package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.server.sandbox.Decision;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A difference and the rows of the decision sheet that make it.
 *
 * @param rows empty when none does
 */
public record Explained(Found found, Set<Decision> rows) {
    public Explained {
        rows = rows.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(rows));
    }
}
