package io.github.kazoomock.server.configs;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object as its leaves: scalars, arrays and empty objects by the keys that lead to them (configs sheet 2.3). */
final class Leaves {
    private final Map<List<String>, Json> found = new LinkedHashMap<>();

    private Leaves() {}

    static Map<List<String>, Json> of(JsonObject object) {
        Leaves leaves = new Leaves();
        leaves.collect(object, List.of());
        return leaves.found;
    }

    private void collect(JsonObject object, List<String> above) {
        object.forEach((key, value) -> {
            List<String> path = below(above, key);
            if (value instanceof JsonObject inner && !inner.isEmpty()) {
                collect(inner, path);
            } else {
                found.put(path, value);
            }
        });
    }

    static List<String> below(List<String> above, String key) {
        List<String> path = new ArrayList<>(above);
        path.add(key);
        return List.copyOf(path);
    }
}
