package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Schemas that samples fit, where no schema of KAZOO says what a reply holds: their types and keys, and no more. No key
 * is required, because another reply may lack it.
 */
final class OpenApiShapes {
    /** Keys that are data themselves: ids, numbers, addresses. */
    private static final Pattern IS_DATA = Pattern.compile("[0-9a-f]{24,}|[+]?[0-9][0-9-]*|.*[@:/].*");

    /** What is deeper is told by its type alone. */
    private static final int DEPTH = 6;

    /** A longer one is told less deeply. */
    private static final int LONG = 8_000;

    private OpenApiShapes() {}

    /** The narrowest schema of that kind; one that takes everything when there are no samples, or of several types. */
    static JsonObject of(List<Json> samples) {
        int depth = DEPTH;
        JsonObject schema = of(samples, depth);
        while (depth > 1 && schema.utf8().length > LONG) {
            schema = of(samples, --depth);
        }
        return schema;
    }

    private static JsonObject of(List<Json> samples, int depth) {
        Set<String> types = new TreeSet<>();
        samples.forEach(sample -> types.add(sample.type()));
        boolean nullable = types.remove("null");
        if (types.equals(Set.of("integer", "number"))) {
            types.remove("integer");
        }
        if (types.size() != 1) {
            return JsonObject.EMPTY;
        }
        String type = types.iterator().next();
        List<Json> values =
                samples.stream().filter(sample -> sample != JsonLiteral.NULL).toList();
        JsonObject.Builder schema = JsonObject.builder();
        if (nullable) {
            schema.put("type", JsonArray.of(Json.of(type), Json.of("null")));
        } else {
            schema.put("type", type);
        }
        return switch (type) {
            case "object" -> depth == 0 ? schema.build() : object(schema, values, depth - 1);
            case "array" -> array(schema, values, depth);
            default -> schema.build();
        };
    }

    private static JsonObject object(JsonObject.Builder schema, List<Json> values, int depth) {
        Map<String, List<Json>> byKey = new LinkedHashMap<>();
        List<Json> byData = new ArrayList<>();
        for (Json value : values) {
            ((JsonObject) value).forEach((key, child) -> {
                if (IS_DATA.matcher(key).matches()) {
                    byData.add(child);
                } else {
                    byKey.computeIfAbsent(key, name -> new ArrayList<>()).add(child);
                }
            });
        }
        JsonObject.Builder properties = JsonObject.builder();
        byKey.forEach((key, children) -> properties.put(key, of(children, depth)));
        if (!byKey.isEmpty()) {
            schema.put("properties", properties.build());
        }
        if (!byData.isEmpty()) {
            schema.put("additionalProperties", byKey.isEmpty() ? of(byData, depth) : JsonObject.EMPTY);
        }
        return schema.build();
    }

    private static JsonObject array(JsonObject.Builder schema, List<Json> values, int depth) {
        List<Json> items = new ArrayList<>();
        values.forEach(value -> items.addAll(((JsonArray) value).values()));
        return items.isEmpty()
                ? schema.build()
                : schema.put("items", of(items, depth)).build();
    }
}
