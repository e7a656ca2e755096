package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;

/** What is said of a number that is too small where a profile asks for more than its schema. */
final class Minimum {
    private Minimum() {}

    static JsonObject missed(long least, Json value) {
        return JsonObject.builder()
                .put("message", "Value must be at least " + least)
                .put("target", least)
                .put("value", value)
                .build();
    }
}
