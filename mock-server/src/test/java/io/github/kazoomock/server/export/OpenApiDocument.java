package io.github.kazoomock.server.export;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document as a stock validator of JSON Schema 2020-12 reads its schemas. */
final class OpenApiDocument {
    private static final String ADDRESS = "urn:openapi";

    private final JsonObject root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new HashMap<>();

    OpenApiDocument(JsonObject root) {
        this.root = root;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, root.toString())));
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
        Schema schema =
                compiled.computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(ADDRESS + "#" + at)));
        List<?> problems = schema.validate(value.toString(), InputFormat.JSON);
        return problems.isEmpty() ? "" : problems.toString();
    }

    List<String> references() {
        List<String> references = new ArrayList<>();
        walk(root, "", (at, value) -> {
            if (at.endsWith("/$ref") && value.text() != null) {
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
