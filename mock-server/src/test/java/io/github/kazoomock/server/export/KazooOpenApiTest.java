package io.github.kazoomock.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.crossbar.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The OpenAPI document of KAZOO's API says of every operation what really goes over the wire. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KazooOpenApiTest {
    private static final String JSON = "/content/application~1json";

    private final Exporter exporter = KazooServer.builder().fixture("demo").exporter();
    private final OpenApiDocument document = new OpenApiDocument(OpenApi.of(exporter, Scope.ALL));
    private final List<Interaction> interactions = exporter.table().operations().stream()
            .flatMap(operation -> played(operation).stream())
            .toList();

    private List<Interaction> played(Operation operation) {
        try {
            return exporter.interactions(List.of(operation));
        } catch (StateProblem e) {
            return List.of();
        }
    }

    /** A reply of JSON, and where the document has its schema. */
    private record Reply(String description, String pointer, JsonObject body, boolean isSuccess) {}

    private List<Reply> replies() {
        List<Reply> replies = new ArrayList<>();
        for (Interaction each : interactions) {
            String type = each.response().headers().getOrDefault("content-type", "");
            if (type.startsWith("application/json") && each.response().json() instanceof JsonObject body) {
                for (String at : document.operations(each.operation().id()).keySet()) {
                    String pointer = at + "/responses/" + each.response().status() + JSON + "/schema";
                    replies.add(new Reply(
                            each.description(), pointer, body, each.response().isSuccess()));
                }
            }
        }
        return replies;
    }

    @Test
    void hasEveryOperationAtEveryPath() {
        for (Operation operation : exporter.table().operations()) {
            Map<String, JsonObject> found = document.operations(operation.id());
            assertThat(found).as(operation.id()).hasSameSizeAs(operation.templates());
            assertThat(found.keySet().stream()
                            .map(at -> OpenApiDocument.path(at).replaceAll("\\{\\w+}", "{}")))
                    .containsExactlyInAnyOrderElementsOf(operation.templates().stream()
                            .map(template -> template.replaceAll("\\{\\w+}", "{}"))
                            .toList());
        }
    }

    @Test
    void describesEveryRealReply() {
        assertThat(replies()).hasSizeGreaterThan(500);
        for (Reply reply : replies()) {
            assertThat(document.problems(reply.pointer, reply.body))
                    .as("%s %s: %s", reply.description, reply.pointer, reply.body)
                    .isEmpty();
        }
    }

    @Test
    void describesEveryGoodRequest() {
        int bodies = 0;
        for (Interaction each : interactions) {
            if (each.response().isSuccess() && each.request().isJson()) {
                bodies++;
                for (String at : document.operations(each.operation().id()).keySet()) {
                    Json sent = Json.parse(each.request().body());
                    assertThat(document.problems(at + "/requestBody" + JSON + "/schema", sent))
                            .as("%s %s", each.description(), sent)
                            .isEmpty();
                }
            }
        }
        assertThat(bodies).isGreaterThan(50);
    }

    @Test
    void refusesRepliesThatLackSomethingOrHaveAnotherType() {
        for (Reply reply : replies()) {
            List<JsonObject> broken = new ArrayList<>(List.of(
                    reply.body.without("status"),
                    reply.body.without("request_id"),
                    reply.body.with(Json.of(reply.isSuccess ? "error" : "success"), "status"),
                    reply.body.with(Json.of(5), "timestamp")));
            if (!reply.isSuccess) {
                broken.add(reply.body.without("error"));
                broken.add(reply.body.with(Json.of("418"), "error"));
                broken.add(reply.body.with(JsonArray.EMPTY, "message"));
            } else if (typed(reply.pointer + "/properties/data")) {
                broken.add(reply.body.with(Json.of(7.5), "data"));
                broken.add(reply.body.without("data"));
            }
            for (JsonObject each : broken) {
                assertThat(document.problems(reply.pointer, each))
                        .as("%s: %s", reply.description, each)
                        .isNotEmpty();
            }
        }
    }

    private boolean typed(String pointer) {
        return document.at(pointer) instanceof JsonObject schema
                && (schema.has("type") || schema.has("$ref") || schema.has("properties"));
    }

    @Test
    void refusesDocumentsWithAPropertyOfAnotherType() {
        int refused = 0;
        for (Reply reply : replies()) {
            JsonObject data = reply.body.object("data");
            if (reply.isSuccess && document.at(reply.pointer + "/properties/data/$ref") != null) {
                for (String key : List.of("name", "enabled", "timezone", "first_name")) {
                    if (data.has(key)) {
                        JsonObject broken = reply.body.with(data.with(JsonArray.of(Json.of(1)), key), "data");
                        assertThat(document.problems(reply.pointer, broken))
                                .as("%s: %s", reply.description, key)
                                .isNotEmpty();
                        refused++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void hasExamplesThatWereReallySentAndAnswered() {
        Set<String> real = new HashSet<>();
        for (Interaction each : interactions) {
            Json body = each.response().json();
            real.add(body == null ? "" : String.valueOf(OpenApiExamples.of(body)));
            if (each.request().isJson()) {
                real.add(String.valueOf(
                        OpenApiExamples.of(Json.parse(each.request().body()))));
            }
        }
        document.operations()
                .forEach((at, operation) -> OpenApiDocument.walk(operation, at, (place, value) -> {
                    if (place.endsWith(JSON + "/example")) {
                        assertThat(real).as(place).contains(value.toString());
                    }
                }));
    }

    @Test
    void tellsNoTokenAndIsNoLargerThanItMustBe() {
        assertThat(document.root().toString()).doesNotContain("eyJ").hasSizeLessThan(3_000_000);
        assertThat(OpenApiExamples.of(Json.parse("{\"a\":[\"eyJh.eyJp.c2ln\"]}")))
                .hasToString("{\"a\":[\"TOKEN\"]}");
        assertThat(OpenApiExamples.of(Json.parse("{\"a\":{\"$ref\":\"devices\"}}")))
                .isNull();
    }

    @Test
    void refersToWhatIsThereAndHasNothingThatNobodyRefersTo() {
        Set<String> references = new HashSet<>(document.references());
        assertThat(references).allMatch(reference -> document.at(reference.substring(1)) != null);
        for (String kind : List.of("schemas", "parameters", "responses")) {
            for (String name : document.root().object("components", kind).keys()) {
                String place = "#/components/" + kind + "/" + name;
                assertThat(references).as(place).anyMatch(reference -> (reference + "/").startsWith(place + "/"));
            }
        }
    }

    @Test
    void hasOperationIdsThatAreUniqueAndTagsThatAreKnown() {
        Set<String> tags = document.root().array("tags").values().stream()
                .map(tag -> ((JsonObject) tag).textOr("name", ""))
                .collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();
        document.operations().forEach((at, operation) -> {
            assertThat(ids.add(operation.textOr("operationId", ""))).as(at).isTrue();
            assertThat(tags).as(at).containsAll(operation.array("tags").texts());
            assertThat(operation.text("summary")).as(at).isNotBlank();
            assertThat(operation.text("x-kazoo-grade")).as(at).isNotBlank();
            assertThat(operation.array("x-kazoo-profile").texts()).as(at).isNotEmpty();
        });
        assertThat(ids).contains("devices.list", "accounts.get", "user_auth.login");
    }

    @Test
    void declaresTheVariablesOfEachPath() {
        Set<String> shapes = new HashSet<>();
        document.root()
                .object("paths")
                .keys()
                .forEach(path -> assertThat(shapes.add(path.replaceAll("\\{\\w+}", "{}")))
                        .as("%s twice", path)
                        .isTrue());
        document.operations().forEach((at, operation) -> {
            Set<String> declared = new TreeSet<>();
            operation.array("parameters").forEach(parameter -> {
                String reference = ((JsonObject) parameter).text("$ref");
                JsonObject resolved = (JsonObject)
                        Objects.requireNonNull(reference == null ? parameter : document.at(reference.substring(1)));
                if (resolved.textOr("in", "").equals("path")) {
                    assertThat(resolved.isTrue("required")).isTrue();
                    declared.add(resolved.textOr("name", ""));
                }
            });
            assertThat(declared)
                    .as(at)
                    .containsExactlyInAnyOrderElementsOf(
                            new TreeSet<>(OpenApiParameters.variables(OpenApiDocument.path(at))));
        });
    }

    @Test
    void comesOutTheSameEveryTime() {
        JsonObject again = OpenApi.of(KazooServer.builder().fixture("demo").exporter(), Scope.ALL);
        assertThat(again.utf8()).isEqualTo(document.root().utf8());
    }

    @Test
    void canBeOfOneNounAlone() {
        OpenApiDocument menus = new OpenApiDocument(OpenApi.of(exporter, new Scope(Set.of("menus"), Set.of())));
        assertThat(menus.operations().values())
                .hasSize(6)
                .allMatch(operation -> operation.array("tags").texts().equals(List.of("menus")));
        assertThat(menus.references()).allMatch(reference -> menus.at(reference.substring(1)) != null);
        assertThat(menus.root().object("components", "schemas").keys())
                .contains("menus")
                .doesNotContain("devices");
    }

    @Test
    void marksWhatNewestKazooNoLongerHas() {
        for (Operation operation : exporter.table().operations()) {
            document.operations(operation.id())
                    .forEach((at, described) ->
                            assertThat(described.isTrue("deprecated")).as(at).isEqualTo(operation.legacy()));
        }
    }
}
