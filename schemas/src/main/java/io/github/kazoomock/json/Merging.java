package io.github.kazoomock.json;

/**
 * How KAZOO lays one object over another, and what it stores of one that differs from its parent.
 *
 * <p>{@code merge(p, difference(d, p))} equals {@code merge(p, d)} for a d without nulls, and {@code difference(p, p)} is empty. Merging folds
 * from the left and is not associative once empty objects are involved.
 */
final class Merging {
    private Merging() {}

    /**
     * Objects merge by key, anything else is replaced, {@code {}} replaces an object and {@code null} removes the key;
     * nulls vanish from the result at every depth that is merged (core sheet 10.5).
     */
    static JsonObject merge(JsonObject left, JsonObject right) {
        JsonObject.Builder merged = JsonObject.builder();
        left.forEach((key, value) -> {
            if (value != JsonLiteral.NULL) {
                merged.put(key, value);
            }
        });
        right.forEach((key, value) -> {
            if (value == JsonLiteral.NULL) {
                merged.remove(key);
            } else if (value instanceof JsonObject object) {
                boolean clears = object.isEmpty() || !(left.get(key) instanceof JsonObject);
                merged.put(key, merge(clears ? JsonObject.EMPTY : left.object(key), object));
            } else {
                merged.put(key, value);
            }
        });
        return merged.build();
    }

    /**
     * Per leaf; arrays are whole, and {@code null} is never part of it, nor an object of nothing but nulls (configs
     * sheet 3.1).
     */
    static JsonObject difference(JsonObject object, JsonObject parent) {
        JsonObject.Builder rest = JsonObject.builder();
        object.forEach((key, value) -> {
            Json inherited = parent.get(key);
            if (value == JsonLiteral.NULL || value.equals(inherited)) {
                return;
            }
            if (value instanceof JsonObject child && !child.isEmpty()) {
                JsonObject difference =
                        difference(child, inherited instanceof JsonObject base ? base : JsonObject.EMPTY);
                if (!difference.isEmpty()) {
                    rest.put(key, difference);
                }
            } else {
                rest.put(key, value);
            }
        });
        return rest.build();
    }
}
