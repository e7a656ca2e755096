package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.Reading;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Verb;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of requests. */
final class OpenApiRequests {
    private static final String JSON = "application/json";

    private final OpenApiSchemas schemas;

    OpenApiRequests(OpenApiSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The body of an operation; null when it takes none.
     *
     * @param good requests that were answered well
     */
    @Nullable
    JsonObject body(Operation operation, List<Request> good) {
        List<Json> envelopes = good.stream()
                .filter(Request::isJson)
                .map(request -> Json.parse(request.body()))
                .toList();
        JsonObject.Builder content = JsonObject.builder();
        String id = operation.schema() != null && schemas.has(operation.schema()) ? operation.schema() : null;
        if (id != null || !envelopes.isEmpty()) {
            JsonObject json = JsonObject.of("schema", envelope(operation, id, envelopes));
            Json example = envelopes.isEmpty() ? null : OpenApiExamples.of(envelopes.get(0));
            content.put(JSON, example == null ? json : json.with(example, "example"));
        }
        operation.formats().uploads().forEach(type -> content.put(type, JsonObject.EMPTY));
        for (Request request : good) {
            String type = request.headers().getOrDefault("content-type", "");
            if (request.body().length > 0 && !type.isEmpty() && !request.isJson()) {
                content.put(type.replaceFirst("\\s*;.*", ""), JsonObject.EMPTY);
            }
        }
        JsonObject all = content.build();
        if (all.isEmpty()) {
            return null;
        }
        boolean required =
                id != null && schemas.schema(id, reading(operation)).has("required") && operation.verb() != Verb.DELETE;
        return JsonObject.of("required", Json.of(required), "content", all);
    }

    private static Reading reading(Operation operation) {
        return operation.verb() == Verb.PATCH ? Reading.PATCHED : Reading.SENT;
    }

    private JsonObject envelope(Operation operation, @Nullable String id, List<Json> envelopes) {
        List<Json> datas = new ArrayList<>();
        List<Json> beside = new ArrayList<>();
        for (Json envelope : envelopes) {
            if (envelope instanceof JsonObject object) {
                datas.add(object.get("data") == null ? JsonObject.EMPTY : object.object("data"));
                beside.add(object.without("data"));
            }
        }
        JsonObject data = id != null ? schemas.refer(id, reading(operation)) : OpenApiShapes.of(datas);
        JsonObject properties =
                JsonObject.of("data", data).plus(OpenApiShapes.of(beside).object("properties"));
        return JsonObject.builder()
                .put("type", "object")
                .put("properties", properties)
                .put("required", JsonArray.of(Json.of("data")))
                .build();
    }
}
