package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types as schemas name them. */
final class Types {
    /** Matchers that take texts only. */
    private static final Set<String> TEXTS =
            Set.of("regex", "include", "date", "time", "timestamp", "datetime", "semver");

    private Types() {}

    /**
     * What a consumer accepts.
     *
     * @param matchers of the place
     * @return null when that cannot be said
     */
    static @Nullable String wanted(Json example, Set<String> matchers) {
        for (String matcher : matchers) {
            switch (matcher) {
                case "integer", "boolean" -> {
                    return matcher;
                }
                case "number", "decimal" -> {
                    return "number";
                }
                case "type", "equality" -> {}
                default -> {
                    return TEXTS.contains(matcher) && example.text() != null ? "string" : null;
                }
            }
        }
        return example.type().equals("null") ? null : example.type();
    }

    /** True when a value of these types can be what is wanted: numbers of one kind look like the other. */
    static boolean fits(String wanted, Set<String> types) {
        return types.contains(wanted)
                || (wanted.equals("integer") && types.contains("number"))
                || (wanted.equals("number") && types.contains("integer"));
    }
}
