package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.List;

/** A matching rule of Pact: all of its matchers must hold. */
record Rule(List<JsonObject> matchers) {
    static final Rule TYPE = of("type");
    static final Rule INTEGER = of("integer");
    /** Not negative; a regular expression alone would take the number as a text. */
    static final Rule COUNT =
            new Rule(List.of(INTEGER.matchers.get(0), regex("^[0-9]+$").matchers.get(0)));

    static final Rule NUMBER = of("number");

    /** The keys of an object are values themselves; what stands behind them is alike. */
    static final Rule VALUES = of("values");

    private static Rule of(String match) {
        return new Rule(List.of(JsonObject.of("match", Json.of(match))));
    }

    static Rule regex(String pattern) {
        return new Rule(List.of(JsonObject.of("match", Json.of("regex"), "regex", Json.of(pattern))));
    }

    /** An array of at least so many elements that are like the example's. */
    static Rule atLeast(int count) {
        return new Rule(List.of(JsonObject.of("match", Json.of("type"), "min", Json.of(count))));
    }

    JsonObject json() {
        return JsonObject.of("combine", Json.of("AND"), "matchers", new JsonArray(List.<Json>copyOf(matchers)));
    }
}
