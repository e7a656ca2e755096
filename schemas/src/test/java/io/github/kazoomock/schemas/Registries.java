package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Registries of schemas that are written inside a test, with {@code '} for {@code "}. */
final class Registries {
    private Registries() {}

    static SchemaRegistry of(String schema) {
        return of(Map.of("test", schema));
    }

    static SchemaRegistry of(Map<String, String> schemas) {
        return new SchemaRegistry(schemas.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> source(entry.getValue()))));
    }

    private static Supplier<JsonObject> source(String schema) {
        JsonObject parsed = json(schema);
        return () -> parsed;
    }

    static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }
}
