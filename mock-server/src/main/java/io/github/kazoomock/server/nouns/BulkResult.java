package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of several things that were changed in one request.
 *
 * @param failed why, by what it was
 */
record BulkResult(List<String> succeeded, Map<String, String> failed) {
    static final BulkResult NONE = new BulkResult(List.of(), Map.of());

    static BulkResult of(String done) {
        return new BulkResult(List.of(done), Map.of());
    }

    static BulkResult failed(String id, String why) {
        return new BulkResult(List.of(), Map.of(id, why));
    }

    BulkResult and(BulkResult more) {
        Map<String, String> both = new LinkedHashMap<>(failed);
        both.putAll(more.failed);
        return new BulkResult(
                Stream.concat(succeeded.stream(), more.succeeded.stream()).toList(), both);
    }

    /** Without the key that has nothing in it. */
    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        if (!succeeded.isEmpty()) {
            json.put("succeeded", Json.texts(succeeded));
        }
        if (!failed.isEmpty()) {
            JsonObject.Builder reasons = JsonObject.builder();
            failed.forEach(reasons::put);
            json.put("failed", reasons.build());
        }
        return json.build();
    }
}
