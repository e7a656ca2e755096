package io.github.kazoomock.server.configs;

import io.github.kazoomock.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which leaves of a config an account gets to see: those that the {@code account_config} schema names exactly.
 *
 * <p>So an object without {@code properties} is seen only while it is empty, and a leaf called {@code default} never
 * (configs sheet 2.3, decision G7).
 */
public final class Shown {
    private final Set<List<String>> leaves = new HashSet<>();

    private Shown() {}

    /** What this schema shows; nothing when there is none. */
    public static Shown by(@Nullable JsonObject schema) {
        Shown shown = new Shown();
        if (schema != null) {
            shown.walk(schema, List.of());
        }
        return shown;
    }

    private void walk(JsonObject schema, List<String> path) {
        JsonObject properties = schema.object("properties");
        for (String key : properties.keys()) {
            JsonObject property = properties.object(key);
            if (property.get("properties") instanceof JsonObject) {
                walk(property, Leaves.below(path, key));
            } else {
                leaves.add(key.equals("default") ? path : Leaves.below(path, key));
            }
        }
    }

    boolean shows(List<String> leaf) {
        return leaves.contains(leaf);
    }

    /** What is seen of a config. */
    public JsonObject of(JsonObject config) {
        JsonObject seen = JsonObject.EMPTY;
        for (var leaf : Leaves.of(config).entrySet()) {
            if (shows(leaf.getKey())) {
                seen = seen.with(leaf.getValue(), leaf.getKey().toArray(new String[0]));
            }
        }
        return seen;
    }
}
