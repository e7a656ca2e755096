package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a schema's defaults into a document, before anything is required of it (core sheet 10.3, pbx sheet 0.4).
 *
 * <p>A missing property is added when its schema has both {@code default} and a {@code type} that the default is of. So
 * it goes on inside objects and arrays that were sent, or were themselves added; an object that is absent and has no
 * default of its own stays absent, with all defaults inside it. Alternatives ({@code oneOf}, {@code anyOf}) add nothing.
 * The data of a {@linkplain Modules module} gets the defaults of the module's schema.
 */
final class Defaults {
    private final Function<String, @Nullable JsonObject> schemas;

    Defaults(Function<String, @Nullable JsonObject> schemas) {
        this.schemas = schemas;
    }

    JsonObject fill(String id, JsonObject document) {
        return (JsonObject) fillBy(id, document);
    }

    private Json fillBy(String id, Json value) {
        JsonObject schema = schemas.apply(id);
        Json filled = schema == null ? value : fill(value, schema);
        Modules modules = Modules.of(id);
        return modules != null && filled instanceof JsonObject node ? withModuleDefaults(node, modules) : filled;
    }

    private JsonObject withModuleDefaults(JsonObject node, Modules modules) {
        String module = node.text("module");
        return module != null && node.get("data") instanceof JsonObject data
                ? node.with(fillBy(modules.schema(module), data), "data")
                : node;
    }

    private Json fill(Json value, JsonObject schema) {
        Json filled = value;
        if (schema.get("$ref") instanceof JsonText id) {
            filled = fillBy(id.value(), filled);
        }
        for (Json branch : schema.array("allOf")) {
            filled = branch instanceof JsonObject part ? fill(filled, part) : filled;
        }
        if (filled instanceof JsonObject object) {
            return others(properties(object, schema.object("properties")), schema);
        }
        return filled instanceof JsonArray array && schema.get("items") instanceof JsonObject items
                ? items(array, items)
                : filled;
    }

    /** The same object where nothing is missing, which is how packs and saved worlds mostly are. */
    private JsonObject properties(JsonObject object, JsonObject properties) {
        JsonObject.Builder result = null;
        for (String name : properties.keys()) {
            Json present = object.get(name);
            Json filled = properties.get(name) instanceof JsonObject schema ? filled(present, schema) : present;
            if (filled != null && filled != present) {
                result = result == null ? object.toBuilder() : result;
                result.put(name, filled);
            }
        }
        return result == null ? object : result.build();
    }

    private @Nullable Json filled(@Nullable Json present, JsonObject schema) {
        Json start = present == null ? defaultOf(schema) : present;
        return start instanceof JsonObject || start instanceof JsonArray ? fill(start, schema) : start;
    }

    /** Inside the properties that only patterns or {@code additionalProperties} describe. */
    private JsonObject others(JsonObject object, JsonObject schema) {
        JsonObject patterns = schema.object("patternProperties");
        JsonObject rest = schema.object("additionalProperties");
        if (patterns.isEmpty() && rest.isEmpty()) {
            return object;
        }
        Set<String> named = Set.copyOf(schema.object("properties").keys());
        JsonObject.Builder result = object.toBuilder();
        object.forEach((name, value) -> {
            Json filled = value;
            boolean matched = named.contains(name);
            for (String pattern : patterns.keys()) {
                if (Regexes.find(pattern, name)) {
                    matched = true;
                    filled = fill(filled, patterns.object(pattern));
                }
            }
            result.put(name, matched ? filled : fill(filled, rest));
        });
        return result.build();
    }

    private JsonArray items(JsonArray array, JsonObject schema) {
        return new JsonArray(
                array.values().stream().map(item -> fill(item, schema)).toList());
    }

    private static @Nullable Json defaultOf(JsonObject schema) {
        Json value = schema.get("default");
        Json type = schema.get("type");
        if (value == null || type == null) {
            return null;
        }
        boolean fits = type instanceof JsonArray several
                ? several.texts().stream().anyMatch(one -> isOf(value, one))
                : isOf(value, String.valueOf(type.text()));
        return fits ? value : null;
    }

    private static boolean isOf(Json value, String type) {
        return value.type().equals(type)
                || (type.equals("number") && value.type().equals("integer"));
    }
}
