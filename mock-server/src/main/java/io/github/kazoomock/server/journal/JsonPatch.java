package io.github.kazoomock.server.journal;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The difference of two values as a JSON Patch (RFC 6902), with {@code add}, {@code remove} and {@code replace}. */
final class JsonPatch {
    private final List<Json> steps = new ArrayList<>();

    private JsonPatch() {}

    /** What makes the second value of the first. */
    static JsonArray of(Json before, Json after) {
        JsonPatch patch = new JsonPatch();
        patch.compare("", before, after);
        return new JsonArray(patch.steps);
    }

    private void compare(String at, Json before, Json after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof JsonObject left && after instanceof JsonObject right) {
            compareKeys(at, left, right);
        } else if (before instanceof JsonArray left && after instanceof JsonArray right) {
            compareItems(at, left, right);
        } else {
            step("replace", at, after);
        }
    }

    private void compareKeys(String at, JsonObject left, JsonObject right) {
        left.forEach((key, value) -> {
            Json other = right.get(key);
            String below = at + Pointer.step(key);
            if (other == null) {
                step("remove", below, null);
            } else {
                compare(below, value, other);
            }
        });
        right.forEach((key, value) -> {
            if (!left.has(key)) {
                step("add", at + Pointer.step(key), value);
            }
        });
    }

    /** What both begin and end with stays; between them items are compared one by one, added or removed. */
    private void compareItems(String at, JsonArray left, JsonArray right) {
        int start = 0;
        while (start < Math.min(left.size(), right.size()) && left.get(start).equals(right.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(left.size(), right.size()) - start
                && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
            end++;
        }
        int both = Math.min(left.size(), right.size()) - end;
        for (int i = start; i < both; i++) {
            compare(at + "/" + i, left.get(i), right.get(i));
        }
        for (int i = left.size() - end - 1; i >= both; i--) {
            step("remove", at + "/" + i, null);
        }
        for (int i = both; i < right.size() - end; i++) {
            step("add", at + "/" + i, right.get(i));
        }
    }

    private void step(String what, String at, @Nullable Json value) {
        steps.add(JsonObject.builder()
                .put("op", what)
                .put("path", Json.of(at))
                .putIfPresent("value", value)
                .build());
    }
}
