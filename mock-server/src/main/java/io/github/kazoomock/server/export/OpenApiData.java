package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.Reading;
import io.github.kazoomock.schemas.Violation;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code data} of a success is: KAZOO's schema of it where there is one that real replies fit, else their shape. */
final class OpenApiData {
    /** Rules that what is shown of a document need not keep. */
    private static final Set<String> LOOSE = Set.of("required", "additionalProperties", "error", "schema");

    private final OpenApiSchemas schemas;

    OpenApiData(OpenApiSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The schema of an operation's {@code data}.
     *
     * @param samples the {@code data} of real replies; none where none is known
     */
    JsonObject of(Operation operation, Noun noun, List<Json> samples) {
        return switch (operation.shape()) {
            case DOCUMENT -> document(operation, noun, samples);
            case LIST, STREAM -> list(operation, noun, samples);
            case TEXT, OBJECT, BINARY, NOTHING -> OpenApiShapes.of(samples);
        };
    }

    private JsonObject document(Operation operation, Noun noun, List<Json> samples) {
        List<JsonObject> documents = objects(samples);
        if (documents.size() < samples.size()) {
            return OpenApiShapes.of(samples);
        }
        Set<String> candidates = new LinkedHashSet<>();
        Stream.concat(
                        Stream.of(noun.schema(), operation.schema()),
                        noun.shelves().stream().map(Noun.Shelf::schema))
                .filter(Objects::nonNull)
                .filter(schemas::has)
                .forEach(candidates::add);
        for (String id : candidates) {
            if (documents.stream().allMatch(document -> describes(id, document))) {
                return shown(id, documents);
            }
        }
        return OpenApiShapes.of(samples);
    }

    /** What the schema says, and the keys that are computed beside it. */
    private JsonObject shown(String id, List<JsonObject> documents) {
        JsonObject reference = schemas.refer(id, Reading.SHOWN);
        List<Json> required = Stream.concat(
                        Stream.of("id"), schemas.schema(id, Reading.WHOLE).array("required").texts().stream())
                .distinct()
                .filter(key -> !documents.isEmpty() && documents.stream().allMatch(document -> document.has(key)))
                .sorted()
                .map(Json::of)
                .toList();
        JsonObject known = schemas.schema(id, Reading.SHOWN).object("properties");
        JsonObject computed = OpenApiShapes.of(documents.stream()
                        .map(document -> (Json) document.filterKeys(key -> !known.has(key)))
                        .toList())
                .object("properties");
        JsonObject.Builder shown = JsonObject.builder().put("type", "object").putAll(reference);
        if (!computed.isEmpty()) {
            shown.put("properties", computed);
        }
        return required.isEmpty()
                ? shown.build()
                : shown.put("required", new JsonArray(required)).build();
    }

    /** The schema knows half of the keys, and what it says of them is true. */
    private boolean describes(String id, JsonObject document) {
        JsonObject properties = schemas.schema(id, Reading.SHOWN).object("properties");
        List<String> keys =
                document.keys().stream().filter(key -> !key.equals("id")).toList();
        long known = keys.stream().filter(properties::has).count();
        return known * 2 >= keys.size() && violations(id, document).isEmpty();
    }

    private List<Violation> violations(String id, JsonObject document) {
        return schemas.registry().validate(id, document).violations().stream()
                .filter(violation -> !LOOSE.contains(violation.keyword()))
                .toList();
    }

    private JsonObject list(Operation operation, Noun noun, List<Json> samples) {
        List<Json> rows = new ArrayList<>();
        for (Json sample : samples) {
            if (!(sample instanceof JsonArray array)) {
                return OpenApiShapes.of(samples);
            }
            rows.addAll(array.values());
        }
        List<JsonObject> objects = objects(rows);
        boolean declared = !operation.rows().isEmpty();
        JsonObject row = objects.size() == rows.size() && (declared || !rows.isEmpty())
                ? row(operation, noun.schema(), objects)
                : OpenApiShapes.of(rows);
        JsonObject list = JsonObject.of("type", Json.of("array"));
        return row.isEmpty() ? list : list.with(row, "items");
    }

    /** What is declared of a row and what rows had. */
    private JsonObject row(Operation operation, @Nullable String id, List<JsonObject> rows) {
        JsonObject shape = OpenApiShapes.of(List.copyOf(rows));
        JsonObject known = id == null ? JsonObject.EMPTY : described(id, rows);
        Set<String> keys = new LinkedHashSet<>();
        if (!operation.rows().isEmpty()) {
            keys.add("id");
            keys.addAll(operation.rows());
        }
        keys.addAll(shape.object("properties").keys());
        JsonObject.Builder properties = JsonObject.builder();
        for (String key : keys) {
            JsonObject seen = shape.object("properties", key);
            JsonObject property =
                    id != null && known.has(key) ? schemas.referToProperty(id, Reading.SHOWN, key) : idOr(key, seen);
            properties.put(key, property);
        }
        JsonObject row = JsonObject.of("type", Json.of("object")).with(properties.build(), "properties");
        Json others = shape.get("additionalProperties");
        row = others == null ? row : row.with(others, "additionalProperties");
        boolean identified = keys.contains("id") && rows.stream().allMatch(each -> each.has("id"));
        return identified ? row.with(JsonArray.of(Json.of("id")), "required") : row;
    }

    private static JsonObject idOr(String key, JsonObject seen) {
        return key.equals("id") && seen.isEmpty() ? JsonObject.of("type", Json.of("string")) : seen;
    }

    /** The properties of a schema that say the truth of every row. */
    private JsonObject described(String id, List<JsonObject> rows) {
        JsonObject properties = schemas.schema(id, Reading.SHOWN).object("properties");
        JsonObject result = properties;
        for (JsonObject row : rows) {
            for (Violation violation : violations(id, row.filterKeys(properties::has))) {
                result = violation.path().isEmpty()
                        ? JsonObject.EMPTY
                        : result.without(violation.path().get(0));
            }
        }
        return result;
    }

    private static List<JsonObject> objects(List<Json> values) {
        return values.stream()
                .flatMap(value -> value instanceof JsonObject object ? Stream.of(object) : Stream.of())
                .toList();
    }
}
