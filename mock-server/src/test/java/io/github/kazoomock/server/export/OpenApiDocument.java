package io.github.kazoomock.server.export;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document as a stock validator of JSON Schema 2020-12 reads its schemas. */
final class OpenApiDocument {
    private final JsonObject root;
    private final Schema schemas;
    private final Set<String> pointers = new HashSet<>();

    OpenApiDocument(JsonObject root) {
        this.root = root;
        this.schemas = compiled();
    }

    /** One schema that has each of the document as a property named as its pointer: the library reads it once. */
    private Schema compiled() {
        JsonObject.Builder all = JsonObject.builder();
        walk(root.object("paths"), "/paths", (at, value) -> {
            if (at.endsWith("/schema") && value instanceof JsonObject) {
                all.put(at, value);
                pointers.add(at);
            }
        });
        JsonObject whole = JsonObject.of("properties", all.build(), "components", root.object("components"));
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .preloadSchema(false)
                                .build()))
                .getSchema(whole.toString());
    }

    JsonObject root() {
        return root;
    }

    /** Each operation by its JSON pointer. */
    Map<String, JsonObject> operations() {
        Map<String, JsonObject> all = new TreeMap<>();
        root.object("paths")
                .forEach((path, item) -> ((JsonObject) item)
                        .forEach((method, operation) ->
                                all.put("/paths/" + escaped(path) + "/" + method, (JsonObject) operation)));
        return all;
    }

    static String path(String pointer) {
        return pointer.split("/")[2].replace("~1", "/").replace("~0", "~");
    }

    /** The operations of the table's operation, at its several paths. */
    Map<String, JsonObject> operations(String id) {
        Map<String, JsonObject> all = operations();
        all.values()
                .removeIf(
                        operation -> !operation.textOr("x-kazoo-operation", "").equals(id));
        return all;
    }

    /** What stands at a pointer; null for nothing. */
    @Nullable
    Json at(String pointer) {
        Json here = root;
        for (String step : pointer.substring(1).split("/")) {
            String key = step.replace("~1", "/").replace("~0", "~");
            here = here instanceof JsonObject object
                    ? object.get(key)
                    : here instanceof JsonArray array ? array.get(Integer.parseInt(key)) : null;
        }
        return here;
    }

    /** What is wrong with a value by the schema at a pointer. */
    String problems(String pointer, Json value) {
        if (!pointers.contains(pointer)) {
            return "no schema at " + pointer;
        }
        List<?> problems = schemas.validate(JsonObject.of(pointer, value).toString(), InputFormat.JSON);
        return problems.isEmpty() ? "" : problems.toString();
    }

    List<String> references() {
        List<String> references = new ArrayList<>();
        walk(root, "", (at, value) -> {
            if (at.endsWith("/$ref") && !at.contains("/example/") && value.text() != null) {
                references.add(value.text());
            }
        });
        return references;
    }

    static void walk(Json value, String at, BiConsumer<String, Json> visitor) {
        visitor.accept(at, value);
        if (value instanceof JsonObject object) {
            object.forEach((key, child) -> walk(child, at + "/" + escaped(key), visitor));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), at + "/" + i, visitor);
            }
        }
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
