package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments;
import io.github.kazoomock.schemas.SampleDocuments.Size;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.crossbar.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How what the holes of a request stand for is had by asking: as an example says, else a document that the create
 * operation of the noun before the hole makes, else the first row of the noun's list.
 */
final class Things {
    static final String USUAL_TAKE = "/data/id";

    /** In examples: names as holes what must be there first, though the request does not mention it. */
    private static final String AFTER = "after";

    /** In examples: what the path of a request has, when it asks for what is not there. */
    private static final String NONE = "none";

    /** An id that no document has. */
    private static final String NO_ID = "00000000000000000000000000000404";

    private static final String FIRST_ROW = "/data/0/id";
    private static final Set<String> BASE =
            Set.of("ACCOUNT_ID", "ACCOUNT_NAME", "REALM", "RESELLER_ID", "FOREIGN_ACCOUNT_ID", Logins.AUTH_TOKEN);

    private final OperationTable table;
    private final SampleDocuments samples;
    private final Examples examples;

    Things(OperationTable table, SampleDocuments samples, Examples examples) {
        this.table = table;
        this.samples = samples;
        this.examples = examples;
    }

    /** The request that makes a thing, with the holes it has. */
    static Request request(JsonObject thing, String token) {
        Request request = new Request(
                        thing.textOr("method", "PUT"),
                        thing.textOr("path", ""),
                        Request.parameters(thing.object("query")),
                        Map.of(),
                        new byte[0])
                .with("x-auth-token", token);
        String text = thing.text("text");
        if (text != null) {
            return request.with("content-type", thing.textOr("type", "text/plain"))
                    .withBody(text.getBytes(StandardCharsets.UTF_8));
        }
        if (thing.get("body") instanceof JsonObject envelope) {
            return request.withJson(envelope);
        }
        Json data = thing.get("data");
        return data == null ? request : request.withJson(JsonObject.of("data", data));
    }

    /**
     * Everything that the holes of a request need, what others need first.
     *
     * @param holes names that the request has
     * @param path of the request, in which a hole stands behind its noun
     * @param own what stands for names in this operation alone
     * @param role who asks the operation: makes what is there for it as well, unless a thing says who does
     */
    List<JsonObject> of(Set<String> holes, String path, Map<String, JsonObject> own, String role) {
        Map<String, JsonObject> made = new LinkedHashMap<>();
        holes.forEach(hole -> add(hole, path, own, made, new ArrayList<>()));
        boolean isUsual = !role.equals(Logins.RESELLER) && !role.equals(Attempts.SUPERDUPER_ADMIN);
        return made.values().stream()
                .map(thing -> isUsual || thing.has("login") || thing.has("value")
                        ? thing
                        : thing.with(Json.of(role), "login"))
                .toList();
    }

    private void add(
            String hole, String path, Map<String, JsonObject> own, Map<String, JsonObject> made, List<String> outer) {
        if (BASE.contains(hole) || made.containsKey(hole)) {
            return;
        }
        if (outer.contains(hole)) {
            throw new IllegalStateException("${" + hole + "} needs itself: " + outer);
        }
        JsonObject thing = thing(hole, path, own);
        List<String> inner = new ArrayList<>(outer);
        inner.add(hole);
        Holes.names(thing.toString()).forEach(needed -> add(needed, thing.textOr("path", ""), own, made, inner));
        made.put(hole, thing.without(AFTER).without(NONE));
    }

    private JsonObject thing(String hole, String path, Map<String, JsonObject> own) {
        JsonObject said = own.getOrDefault(hole, examples.thing(hole));
        if (said == null) {
            said = usual(hole, path);
        }
        return JsonObject.of("as", Json.of(hole)).plus(said);
    }

    private JsonObject usual(String hole, String path) {
        List<String> steps = Arrays.asList(path.split("/"));
        int at = steps.indexOf("${" + hole + "}");
        if (at < 2) {
            throw new IllegalStateException("no example says what ${" + hole + "} of " + path + " stands for");
        }
        String collection = String.join("/", steps.subList(0, at));
        String noun = steps.get(at - 1);
        JsonObject document = documentOf(new Pattern(noun, List.of()));
        return document == null
                ? JsonObject.builder()
                        .put("method", "GET")
                        .put("path", collection)
                        .put("take", FIRST_ROW)
                        .build()
                : JsonObject.builder()
                        .put("method", "PUT")
                        .put("path", collection)
                        .put("data", document)
                        .build();
    }

    /** What the create operation takes at least that is asked like this; null when there is none. */
    @Nullable
    JsonObject documentOf(Pattern pattern) {
        Operation create = table.operation(pattern.noun() + ".create").orElse(null);
        if (create == null || !create.pattern().equals(pattern)) {
            return null;
        }
        JsonObject said = said(pattern.noun());
        return said != null || create.schema() == null ? said : samples.make(create.schema(), Size.MINIMAL, 1);
    }

    /** What an example says that the create operation of a noun takes; null when none does. */
    @Nullable
    JsonObject said(String noun) {
        return examples.of(noun + ".create").data();
    }

    /** What the path of a request has in place of a hole when it asks for what is not there. */
    String nothing(String hole) {
        JsonObject thing = examples.thing(hole);
        return thing == null ? NO_ID : thing.textOr(NONE, NO_ID);
    }
}
