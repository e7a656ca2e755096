package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;

/** The document in a request (core sheet 4.3 and 4.4). */
public final class Bodies {
    private Bodies() {}

    /** Public keys of {@code data}: without {@code id} and without keys that a client may not set. */
    public static JsonObject document(Call call) {
        return object(call).filterKeys(key -> !isPrivate(key) && !key.equals("id"));
    }

    /**
     * The {@code data} of a request to an endpoint that takes an object.
     *
     * @throws Refusal for an array: 400, or 500 when its elements are scalars
     */
    public static JsonObject object(Call call) {
        if (!(call.envelope().data() instanceof JsonArray array)) {
            return call.data();
        }
        if (array.values().stream().anyMatch(value -> !(value instanceof JsonObject))) {
            throw new Problem(500, "validation failed to run on the server", JsonObject.EMPTY).refusal();
        }
        JsonObject details = JsonObject.builder()
                .put("message", "Value did not match type(s): object")
                .put("target", "object")
                .put("value", (Json) array)
                .build();
        throw Problems.validation(JsonObject.EMPTY.with(details, "", "type")).refusal();
    }

    /** Keys that KAZOO keeps to itself. */
    public static boolean isPrivate(String key) {
        return key.startsWith("_") || key.startsWith("pvt_");
    }
}
