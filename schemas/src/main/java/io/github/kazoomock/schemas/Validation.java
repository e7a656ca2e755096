package io.github.kazoomock.schemas;

import io.github.kazoomock.json.JsonObject;
import java.util.List;

/**
 * What came of checking one document: the document with defaults filled and convertible scalars cast, and everything
 * that is wrong with it.
 */
public record Validation(JsonObject document, List<Violation> violations) {

    public Validation {
        violations = List.copyOf(violations);
    }

    /** True when nothing is wrong. */
    public boolean ok() {
        return violations.isEmpty();
    }
}
