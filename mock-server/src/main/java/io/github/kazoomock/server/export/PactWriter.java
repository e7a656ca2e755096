package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.world.Hash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Interactions as a file of Pact, specification 4. */
public final class PactWriter {
    private static final String PROVIDER = "kazoo";
    private static final int KEY_LENGTH = 16;

    private final OperationTable table;
    private final SchemaRegistry schemas;

    public PactWriter(OperationTable table, SchemaRegistry schemas) {
        this.table = table;
        this.schemas = schemas;
    }

    /**
     * The file.
     *
     * @param consumer who relies on them
     * @param about what is told of the mock, under {@code metadata.kazooMock}
     */
    public JsonObject write(String consumer, List<Interaction> interactions, JsonObject about) {
        List<Json> all = new ArrayList<>();
        interactions.forEach(each -> all.add(interaction(each)));
        return JsonObject.builder()
                .put("consumer", JsonObject.of("name", Json.of(consumer)))
                .put("provider", JsonObject.of("name", Json.of(PROVIDER)))
                .put("interactions", new JsonArray(all))
                .put(
                        "metadata",
                        JsonObject.of(
                                "pactSpecification", JsonObject.of("version", Json.of("4.0")), "kazooMock", about))
                .build();
    }

    private JsonObject interaction(Interaction each) {
        return JsonObject.builder()
                .put("type", "Synchronous/HTTP")
                .put("key", Hash.md5(each.description()).substring(0, KEY_LENGTH))
                .put("description", each.description())
                .put("pending", false)
                .put(
                        "providerStates",
                        JsonArray.of(JsonObject.of(
                                "name",
                                Json.of(each.given().words()),
                                "params",
                                each.given().params())))
                .put("request", PactRequest.of(each))
                .put("response", response(each))
                .put("comments", JsonObject.of("kazoo", comment(each)))
                .build();
    }

    private static JsonObject comment(Interaction each) {
        JsonObject.Builder values = JsonObject.builder();
        each.values().keySet().stream()
                .sorted()
                .forEach(name ->
                        values.put(name, Json.of(String.valueOf(each.values().get(name)))));
        return JsonObject.builder()
                .put("operation", each.operation().id())
                .put("grade", each.operation().grade().words())
                .put("grade_date", each.operation().grade().date().toString())
                .put("values", values.build())
                .build();
    }

    private JsonObject response(Interaction each) {
        Response response = each.response();
        JsonObject.Builder written = JsonObject.builder().put("status", response.status());
        JsonObject.Builder rules = JsonObject.builder();
        String type = response.headers().get("content-type");
        if (type != null) {
            String media = type.split(";", 2)[0];
            written.put("headers", JsonObject.of("Content-Type", JsonArray.of(Json.of(type))));
            rules.put(
                    "header",
                    JsonObject.of(
                            "Content-Type",
                            Rule.regex("^" + media.replace("+", "\\+").replace(".", "\\.") + "(;.*)?$")
                                    .json()));
        }
        if (response.json() instanceof JsonObject envelope) {
            Map<String, Rule> body = new LinkedHashMap<>();
            written.put("body", PactRequest.json(example(each, envelope, body)));
            JsonObject.Builder all = JsonObject.builder();
            body.forEach((path, rule) -> all.put(path, rule.json()));
            rules.put("body", all.build());
        }
        return written.put("matchingRules", rules.build()).build();
    }

    private JsonObject example(Interaction each, JsonObject envelope, Map<String, Rule> rules) {
        boolean refused = !each.response().isSuccess();
        JsonObject.Builder example = JsonObject.builder();
        envelope.forEach((key, value) -> {
            boolean isWord = key.equals("status") || key.equals("error") || key.equals("message");
            boolean isData = key.equals("data");
            Matching matching = new Matching(each.values().values(), isWord || (isData && refused));
            SchemaView schema = isData && !refused ? schema(each.operation(), value) : SchemaView.of(schemas, null);
            example.put(key, matching.example("$." + key, value, schema, isData ? sent(each) : null));
            rules.putAll(matching.rules());
        });
        return example.build();
    }

    /** What is known of {@code data}: the schema of the noun's documents, for a list of its rows. */
    private SchemaView schema(Operation operation, Json data) {
        Noun noun = table.nouns().get(operation.pattern().noun());
        boolean isDocument = operation.shape() == Operation.Shape.DOCUMENT;
        boolean isList = operation.shape() == Operation.Shape.LIST;
        @Nullable String id = noun == null || !(isDocument || isList) ? null : noun.schema();
        SchemaView document = SchemaView.of(schemas, id);
        return data instanceof JsonArray ? new SchemaView(schemas, JsonObject.of("items", document.here())) : document;
    }

    private static @Nullable Json sent(Interaction each) {
        if (!each.request().isJson()) {
            return null;
        }
        return Json.parse(each.request().body()) instanceof JsonObject envelope ? envelope.get("data") : null;
    }
}
