package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments;
import io.github.kazoomock.schemas.SampleDocuments.Size;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How what the holes of a request stand for is had by asking: as an example says, else a document that the create
 * operation of the noun before the hole makes, else the first row of the noun's list.
 */
final class Things {
    static final String USUAL_TAKE = "/data/id";

    private static final String FIRST_ROW = "/data/0/id";
    private static final Set<String> BASE =
            Set.of("ACCOUNT_ID", "ACCOUNT_NAME", "REALM", "FOREIGN_ACCOUNT_ID", Logins.AUTH_TOKEN);

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
        Request request = Request.of(thing.textOr("method", "PUT"), thing.textOr("path", ""))
                .with("x-auth-token", token);
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
     */
    List<JsonObject> of(Set<String> holes, String path, Map<String, JsonObject> own) {
        Map<String, JsonObject> made = new LinkedHashMap<>();
        holes.forEach(hole -> add(hole, path, own, made, new ArrayList<>()));
        return List.copyOf(made.values());
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
        made.put(hole, thing);
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
        JsonObject document = document(noun);
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

    /** What the create operation of a noun takes at least; null when the noun has none. */
    @Nullable
    JsonObject document(String noun) {
        Operation create = table.operation(noun + ".create").orElse(null);
        if (create == null || create.schema() == null) {
            return null;
        }
        JsonObject said = examples.of(create.id()).data();
        return said == null ? samples.make(create.schema(), Size.MINIMAL, 1) : said;
    }

    /** The names of holes in texts. */
    static Set<String> holes(String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> Holes.names(text).stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
