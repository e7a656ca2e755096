package io.github.kazoomock.server;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The mock's own API in the OpenAPI document of everything, as the server tells it, to be asked by tests. */
record AdminDocument(JsonObject root) {
    private static final String OWN = "/__admin/";
    private static final String OF_SANDBOXES = OWN + "sandboxes/{sandbox}/";
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema META =
            SCHEMAS.getSchema("{\"$ref\": \"" + SpecificationVersion.DRAFT_2020_12.getDialectId() + "\"}");

    static AdminDocument of(KazooServer server) {
        return new AdminDocument(
                TestClient.of(server).send("GET", "/__admin/openapi.json", null).body());
    }

    /** Every operation by how its route is asked: {@code GET clock}. */
    Map<String, JsonObject> operations() {
        Map<String, JsonObject> operations = new TreeMap<>();
        object("paths")
                .forEach((path, item) -> ((JsonObject) item).forEach((key, value) -> {
                    if (METHODS.contains(key) && path.startsWith(OWN) && !path.startsWith(OF_SANDBOXES)) {
                        String words = key.toUpperCase(Locale.ROOT) + " " + path.substring(OWN.length());
                        operations.put(words, (JsonObject) value);
                    }
                }));
        return operations;
    }

    /** The item that an operation is of. */
    JsonObject item(String words) {
        return (JsonObject) requireNonNull(object("paths").get(OWN + words.split(" ", 2)[1]));
    }

    /** Whether it stands below the name of any sandbox, too. */
    boolean isOfSandboxes(String words) {
        String[] asked = words.split(" ", 2);
        return object("paths").object(OF_SANDBOXES + asked[1]).has(asked[0].toLowerCase(Locale.ROOT));
    }

    /**
     * How the route of a request is asked; null when there is none.
     *
     * @param path below {@code /__admin/}, with or without a sandbox and a query
     */
    @Nullable
    String route(String method, String path) {
        String[] steps = path.replaceFirst("[?].*", "").split("/");
        boolean below = steps.length > 2 && steps[0].equals("sandboxes");
        String rest = String.join("/", below ? List.of(steps).subList(2, steps.length) : List.of(steps));
        String found = null;
        for (String words : operations().keySet()) {
            String pattern = words.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+");
            boolean literal = words.equals(method + " " + rest);
            if (literal || (found == null && (method + " " + rest).matches(pattern))) {
                found = words;
            }
        }
        return found != null && below && !isOfSandboxes(found) ? null : found;
    }

    /** What a request's JSON must be; null when it has none. */
    @Nullable
    Json requestSchema(String words) {
        return operation(words).get("requestBody") instanceof JsonObject body ? schema(body) : null;
    }

    /** What the JSON of an answer must be; null when the status is not documented. */
    @Nullable
    Json responseSchema(String words, int status) {
        Json reply = ((JsonObject) requireNonNull(operation(words).get("responses"))).get(Integer.toString(status));
        return reply == null ? null : schema(resolved(reply));
    }

    private JsonObject operation(String words) {
        return requireNonNull(operations().get(words), words);
    }

    private static @Nullable Json schema(JsonObject message) {
        JsonObject contents = (JsonObject) requireNonNull(message.get("content"));
        return contents.get("application/json") instanceof JsonObject content ? content.get("schema") : null;
    }

    /** What a value is, itself or by reference. */
    JsonObject resolved(Json value) {
        JsonObject object = (JsonObject) value;
        String reference = object.text("$ref");
        return reference == null ? object : (JsonObject) requireNonNull(at(reference), reference);
    }

    /** What stands at a reference into this document; null for nothing. */
    @Nullable
    Json at(String reference) {
        Json here = root;
        for (String step : reference.replaceFirst("^#/", "").split("/")) {
            String key = step.replace("~1", "/").replace("~0", "~");
            here = here instanceof JsonObject object ? object.get(key) : null;
        }
        return here;
    }

    /** What is wrong with a value by a schema of this document. */
    List<String> problems(Json schema, Json value) {
        JsonObject components = JsonObject.of("schemas", JsonObject.of(schemasOf(schema, new TreeMap<>())));
        JsonObject whole = JsonObject.of("allOf", JsonArray.of(schema), "components", components);
        return SCHEMAS.getSchema(whole.toString()).validate(value.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** The components that a schema refers to: all of KAZOO's would take long to read. */
    private Map<String, Json> schemasOf(Json schema, Map<String, Json> known) {
        walk(schema, "", (at, value) -> {
            if (at.endsWith("/$ref")) {
                String name = String.valueOf(value.text()).replace("#/components/schemas/", "");
                Json referred = requireNonNull(at("#/components/schemas/" + name));
                if (known.put(name, referred) == null) {
                    schemasOf(referred, known);
                }
            }
        });
        return known;
    }

    /** What is wrong with a schema. */
    static List<String> problemsOfSchema(Json schema) {
        return META.validate(schema.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** Every schema with where it stands. */
    Map<String, Json> schemas() {
        Map<String, Json> schemas = new TreeMap<>();
        ((JsonObject) requireNonNull(object("components").get("schemas")))
                .forEach((name, schema) -> schemas.put("components/schemas/" + name, schema));
        walk(root.without("components"), "", (at, value) -> {
            if (at.endsWith("/schema")) {
                schemas.put(at, value);
            }
        });
        return schemas;
    }

    /** Every reference with where it stands. */
    List<String> references() {
        List<String> references = new ArrayList<>();
        walk(root, "", (at, value) -> {
            if (at.endsWith("/$ref")) {
                references.add(String.valueOf(value.text()));
            }
        });
        return references;
    }

    private static void walk(Json value, String at, BiConsumer<String, Json> visitor) {
        visitor.accept(at, value);
        if (value instanceof JsonObject object) {
            object.forEach((key, child) -> {
                if (!key.equals("example")) {
                    walk(child, at + "/" + key, visitor);
                }
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(child -> walk(child, at + "/-", visitor));
        }
    }

    JsonObject object(String key) {
        return (JsonObject) requireNonNull(root.get(key), key);
    }
}
