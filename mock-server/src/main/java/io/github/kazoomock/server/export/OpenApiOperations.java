package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** One operation at one of its paths. */
final class OpenApiOperations {
    private final OpenApiParameters parameters = new OpenApiParameters();
    private final OpenApiRequests requests;
    private final OpenApiReplies replies;

    OpenApiOperations(OpenApiSchemas schemas) {
        this.requests = new OpenApiRequests(schemas);
        this.replies = new OpenApiReplies(schemas);
    }

    /** Parameters that were referred to. */
    JsonObject parameters() {
        return parameters.components();
    }

    /** What is the same at every path of an operation. */
    record Described(Operation operation, JsonObject head, JsonObject tail, Map<String, String> values) {}

    Described describe(Operation operation, Noun noun, List<Interaction> interactions) {
        List<Interaction> good = interactions.stream()
                .filter(each -> each.response().isSuccess())
                .toList();
        JsonObject.Builder tail = JsonObject.builder();
        tail.putIfPresent(
                "requestBody",
                requests.body(operation, good.stream().map(Interaction::request).toList()));
        tail.put("responses", replies.of(operation, noun, interactions));
        if (operation.legacy()) {
            tail.put("deprecated", true);
        }
        if (operation.access() == Access.ANYBODY) {
            tail.put("security", JsonArray.of(JsonObject.EMPTY, JsonObject.of("token", JsonArray.EMPTY)));
        }
        tail.put("x-kazoo-operation", operation.id())
                .put("x-kazoo-access", operation.access().who())
                .put("x-kazoo-grade", operation.grade().words())
                .put("x-kazoo-grade-date", operation.grade().date().toString())
                .put("x-kazoo-evidence", evidence(operation))
                .put("x-kazoo-profile", profiles(profile -> operation.isServed(profile, true)));
        JsonObject head =
                JsonObject.of("summary", Json.of(summary(operation)), "description", Json.of(description(operation)));
        Map<String, String> values = good.isEmpty() ? Map.of() : good.get(0).values();
        return new Described(operation, head, tail.build(), values);
    }

    /** @param id unique in the document */
    JsonObject at(Described described, String path, String id) {
        Operation operation = described.operation();
        return JsonObject.builder()
                .put("operationId", id)
                .put("tags", JsonArray.of(Json.of(operation.pattern().noun())))
                .putAll(described.head())
                .put("parameters", parameters.of(operation, path, described.values()))
                .putAll(described.tail())
                .build();
    }

    /** Names of the profiles that do something, the default first. */
    static JsonArray profiles(Predicate<Profile> does) {
        return Json.texts(Profile.names().stream()
                .filter(name -> Profile.named(name).filter(does).isPresent())
                .toList());
    }

    /** The operation's id in words: {@code users: list}. */
    private static String summary(Operation operation) {
        String id = operation.id();
        String noun = operation.pattern().noun();
        String action = id.startsWith(noun + ".") ? id.substring(noun.length() + 1) : id;
        return noun + ": " + action.replace('.', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String description(Operation operation) {
        String why = String.join("; ", evidence(operation).texts());
        return "Who may: " + operation.access().who() + ". Grade: " + operation.grade()
                + (why.isEmpty() ? "." : " (" + why + ").");
    }

    private static JsonArray evidence(Operation operation) {
        return Json.texts(operation.evidence().stream()
                .map((Evidence each) -> each.kind().words() + ": " + each.source() + ", " + each.date())
                .toList());
    }
}
