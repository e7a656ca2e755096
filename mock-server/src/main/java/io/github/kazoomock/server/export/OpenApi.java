package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * KAZOO's API as a document of OpenAPI 3.1: every operation of the table at every path, bodies from the schemas,
 * replies and examples from real exchanges. The same table gives the same bytes.
 */
public final class OpenApi {
    private final Exporter exporter;
    private final List<Operation> chosen;
    private final OpenApiSchemas schemas;
    private final OpenApiOperations operations;

    /** Paths by what tells them apart: variables with other names do not. */
    private final Map<String, String> spellings = new HashMap<>();

    private final Map<String, JsonObject> paths = new TreeMap<>();

    private OpenApi(Exporter exporter, List<Operation> chosen) {
        this.exporter = exporter;
        this.chosen = chosen;
        this.schemas = new OpenApiSchemas(exporter.schemas());
        this.operations = new OpenApiOperations(schemas);
    }

    /**
     * The document, with paths below {@code /v2}; plays each operation that was not played yet.
     *
     * @throws IllegalArgumentException when the scope names what is not there
     */
    public static JsonObject of(Exporter exporter, Scope scope) {
        return new OpenApi(exporter, scope.of(exporter.table())).document();
    }

    private JsonObject document() {
        Map<String, Noun> nouns = exporter.table().nouns();
        for (Operation operation : chosen) {
            Noun noun = Objects.requireNonNull(nouns.get(home(operation, nouns)));
            add(operations.describe(operation, noun, interactions(operation)));
        }
        JsonObject skeleton = skeleton();
        JsonObject own = skeleton.object("components", "schemas");
        return skeleton.without("components")
                .with(tags(nouns), "tags")
                .with(JsonObject.of(paths), "paths")
                .with(
                        skeleton.object("components")
                                .with(operations.parameters(), "parameters")
                                .with(own.plus(schemas.components()), "schemas"),
                        "components");
    }

    /** The noun that declares an operation: for one under another name that of the original. */
    private static String home(Operation operation, Map<String, Noun> nouns) {
        String noun = operation.pattern().noun();
        return nouns.containsKey(noun)
                ? noun
                : nouns.values().stream()
                        .filter(each -> each.operations().contains(operation))
                        .map(Noun::name)
                        .findFirst()
                        .orElseThrow();
    }

    /** None for an operation that this server's settings leave out, or that nobody has explained yet. */
    private List<Interaction> interactions(Operation operation) {
        try {
            return exporter.interactions(List.of(operation));
        } catch (StateProblem e) {
            return List.of();
        }
    }

    private void add(OpenApiOperations.Described described) {
        Operation operation = described.operation();
        String method = operation.verb().name().toLowerCase(Locale.ROOT);
        int number = 0;
        for (String template : operation.templates()) {
            String path = spellings.computeIfAbsent(template.replaceAll("\\{\\w+}", "{}"), shape -> template);
            String id = number++ == 0 ? operation.id() : operation.id() + "." + number;
            JsonObject item = paths.getOrDefault(path, JsonObject.EMPTY);
            if (item.has(method)) {
                throw new IllegalStateException("two operations at " + method + " " + path + ": " + operation.id()
                        + " and " + item.object(method).text("operationId"));
            }
            paths.put(path, item.with(operations.at(described, path, id), method));
        }
    }

    private JsonArray tags(Map<String, Noun> nouns) {
        Map<String, JsonObject> tags = new TreeMap<>();
        for (Operation operation : chosen) {
            String name = operation.pattern().noun();
            Noun noun = nouns.get(name);
            String schema = noun == null ? null : noun.schema();
            JsonObject described = schema == null ? null : exporter.schemas().schema(schema);
            JsonObject.Builder tag = JsonObject.builder().put("name", name);
            tags.put(
                    name,
                    tag.put("description", described == null ? null : described.text("description"))
                            .build());
        }
        return new JsonArray(new ArrayList<>(tags.values()));
    }

    private static JsonObject skeleton() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            return (JsonObject) Json.parse(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
