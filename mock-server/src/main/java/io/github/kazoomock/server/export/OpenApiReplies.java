package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Replies of an operation, by status. */
final class OpenApiReplies {
    private static final String JSON = "application/json";
    private static final JsonObject REFUSED = JsonObject.of("$ref", Json.of("#/components/responses/Refused"));

    private final OpenApiData data;

    OpenApiReplies(OpenApiSchemas schemas) {
        this.data = new OpenApiData(schemas);
    }

    /** The responses of an operation; what no exchange shows follows from its declaration. */
    JsonObject of(Operation operation, Noun noun, List<Interaction> interactions) {
        Map<Integer, List<Response>> byStatus = new TreeMap<>();
        for (Interaction interaction : interactions) {
            byStatus.computeIfAbsent(interaction.response().status(), none -> new ArrayList<>())
                    .add(interaction.response());
        }
        if (byStatus.keySet().stream().noneMatch(status -> status < 300)) {
            byStatus.put(operation.verb() == Verb.PUT ? 201 : 200, List.of());
        }
        JsonObject.Builder responses = JsonObject.builder();
        byStatus.forEach((status, replies) -> responses.put(
                Integer.toString(status), status < 300 ? success(operation, noun, replies) : refusal(status, replies)));
        return responses.put("default", REFUSED).build();
    }

    private JsonObject success(Operation operation, Noun noun, List<Response> replies) {
        List<Json> bodies = bodies(replies);
        JsonObject.Builder content = JsonObject.builder();
        if (operation.shape() != Operation.Shape.BINARY || !bodies.isEmpty()) {
            JsonObject json = JsonObject.of("schema", envelope(operation, noun, bodies));
            content.put(JSON, exemplified(json, bodies));
        }
        for (Response reply : replies) {
            String type = type(reply);
            if (reply.body().length > 0 && !type.equals(JSON)) {
                content.put(type, JsonObject.EMPTY);
            }
        }
        operation.formats().downloads().forEach(type -> content.put(type, JsonObject.EMPTY));
        if (isList(operation)) {
            content.put("text/csv", JsonObject.of("schema", JsonObject.of("type", Json.of("string"))));
        }
        return JsonObject.of("description", Json.of(words(operation)), "content", content.build());
    }

    private JsonObject envelope(Operation operation, Noun noun, List<Json> bodies) {
        List<Json> datas = bodies.stream()
                .map(body -> body instanceof JsonObject object ? object.get("data") : null)
                .filter(Objects::nonNull)
                .toList();
        JsonObject envelope = OpenApiSchemas.refer(isList(operation) ? "Page" : "Success");
        boolean none = operation.shape() == Operation.Shape.NOTHING && datas.isEmpty();
        return none || datas.size() < bodies.size()
                ? envelope
                : JsonObject.builder()
                        .put("type", "object")
                        .put("allOf", JsonArray.of(envelope))
                        .put("properties", JsonObject.of("data", data.of(operation, noun, datas)))
                        .put("required", Json.texts(List.of("data")))
                        .build();
    }

    private static JsonObject refusal(int status, List<Response> replies) {
        List<Json> bodies = bodies(replies);
        if (bodies.isEmpty()) {
            return JsonObject.of("description", Json.of("Refused, without a body."));
        }
        JsonObject body = (JsonObject) bodies.get(0);
        boolean breaches = body.textOr("message", "").equals("validation error");
        JsonObject properties = JsonObject.of("error", JsonObject.of("const", Json.of(Integer.toString(status))));
        JsonObject schema = JsonObject.builder()
                .put("type", "object")
                .put("allOf", JsonArray.of(OpenApiSchemas.refer("Refusal")))
                .put("properties", breaches ? properties.with(OpenApiSchemas.refer("Breaches"), "data") : properties)
                .build();
        return JsonObject.of("description", Json.of("Refused: " + body.textOr("message", "") + "."))
                .with(exemplified(JsonObject.of("schema", schema), bodies), "content", JSON);
    }

    private static JsonObject exemplified(JsonObject content, List<Json> bodies) {
        Json example = bodies.isEmpty() ? null : OpenApiExamples.of(bodies.get(0));
        return example == null ? content : content.with(example, "example");
    }

    private static List<Json> bodies(List<Response> replies) {
        List<Json> bodies = new ArrayList<>();
        for (Response reply : replies) {
            @Nullable Json body = type(reply).equals(JSON) ? reply.json() : null;
            if (body != null) {
                bodies.add(body);
            }
        }
        return bodies;
    }

    private static String type(Response reply) {
        return reply.headers().getOrDefault("content-type", "").replaceFirst("\\s*;.*", "");
    }

    private static boolean isList(Operation operation) {
        return operation.shape() == Operation.Shape.LIST || operation.shape() == Operation.Shape.STREAM;
    }

    private static String words(Operation operation) {
        return switch (operation.shape()) {
            case DOCUMENT -> "The document.";
            case LIST -> "The rows of a page.";
            case STREAM -> "The rows, streamed unless the client wants them whole.";
            case OBJECT -> "Done, with what there is to tell.";
            case TEXT -> "A text.";
            case BINARY -> "A file.";
            case NOTHING -> "Done.";
        };
    }
}
