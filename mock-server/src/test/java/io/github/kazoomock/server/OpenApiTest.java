package io.github.kazoomock.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The OpenAPI document of everything names the mock's own routes, all and no others, and KAZOO's API beside them. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private final KazooServer server =
            KazooServer.builder().port(0).fixture("empty").start();
    private final AdminDocument document = AdminDocument.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        assertThat(document.operations().keySet())
                .containsExactlyInAnyOrderElementsOf(server.admin().words());
    }

    @Test
    void saysWhichRoutesEverySandboxHas() {
        assertThat(document.operations().keySet().stream().filter(document::isOfSandboxes))
                .containsExactlyInAnyOrderElementsOf(server.admin().wordsOfSandboxes());
    }

    @Test
    void hasWhatOpenApiRequires() {
        assertThat(document.root().text("openapi")).matches("3\\.1\\.\\d+");
        assertThat(document.object("info").text("title")).isNotBlank();
        assertThat(document.object("info").text("version")).isNotBlank();
        Set<String> tags = texts(requireNonNull(document.root().get("tags")), "name");
        Set<String> ids = new HashSet<>();
        document.operations().forEach((words, operation) -> {
            assertThat(ids.add(operation.textOr("operationId", "")))
                    .as("%s has an id of its own", words)
                    .isTrue();
            assertThat(operation.text("summary")).as(words).isNotBlank();
            assertThat(operation.get("tags")).as(words).isInstanceOf(JsonArray.class);
            assertThat(tags).as(words).containsAll(((JsonArray) requireNonNull(operation.get("tags"))).texts());
            JsonObject replies = (JsonObject) requireNonNull(operation.get("responses"));
            assertThat(replies.keys()).as(words).anyMatch(status -> status.startsWith("2"));
            replies.forEach((status, reply) -> {
                assertThat(status).matches("[1-5]\\d\\d");
                assertThat(document.resolved(reply).text("description"))
                        .as(words)
                        .isNotBlank();
            });
        });
    }

    @Test
    void declaresTheParametersThatAreInThePaths() {
        document.operations().forEach((words, operation) -> {
            Set<String> declared = new TreeSet<>();
            Stream.of(document.item(words), operation)
                    .flatMap(holder ->
                            holder.get("parameters") instanceof JsonArray all ? all.values().stream() : Stream.of())
                    .map(document::resolved)
                    .forEach(parameter -> {
                        assertThat(parameter.get("schema")).as(words).isNotNull();
                        assertThat(parameter.text("in")).isIn("path", "query");
                        if ("path".equals(parameter.text("in"))) {
                            assertThat(parameter.isTrue("required")).as(words).isTrue();
                            declared.add(parameter.textOr("name", ""));
                        }
                    });
            assertThat(declared).as(words).isEqualTo(variables(words));
        });
    }

    @Test
    void refersToWhatIsThereAndHasNothingThatNobodyRefersTo() {
        List<String> references = document.references();
        assertThat(references).isNotEmpty().allMatch(reference -> document.at(reference) != null);
        for (String kind : List.of("schemas", "parameters", "responses")) {
            JsonObject known = (JsonObject) requireNonNull(document.at("#/components/" + kind));
            Set<String> components = references.stream()
                    .map(reference -> reference.replaceFirst("/properties/.*", ""))
                    .collect(Collectors.toSet());
            assertThat(components)
                    .containsAll(known.keys().stream()
                            .map(name -> "#/components/" + kind + "/" + name)
                            .toList());
        }
    }

    @Test
    void hasSchemasThatAreJsonSchemas() {
        assertThat(document.schemas()).hasSizeGreaterThan(50);
        document.schemas()
                .forEach((at, schema) -> assertThat(AdminDocument.problemsOfSchema(schema))
                        .as(at)
                        .isEmpty());
        assertThat(AdminDocument.problemsOfSchema(Json.parse("{\"type\":\"text\"}")))
                .as("the check itself")
                .isNotEmpty();
    }

    @Test
    void hasExamplesThatFitTheirSchemas() {
        document.operations().forEach((words, operation) -> {
            Json schema = document.requestSchema(words);
            if (schema != null) {
                JsonObject content = (JsonObject) requireNonNull(
                        new AdminDocument((JsonObject) requireNonNull(operation.get("requestBody"))).at("#/content"));
                JsonObject json = (JsonObject) requireNonNull(content.get("application/json"));
                assertThat(document.problems(schema, requireNonNull(json.get("example"), words)))
                        .as(words)
                        .isEmpty();
            }
        });
    }

    @Test
    void hasKazoosApiUnderV2AndNoIdTwice() {
        JsonObject kazoo = TestClient.of(server)
                .send("GET", "/__admin/export/openapi.json", null)
                .body();
        assertThat(kazoo.object("paths").size()).isGreaterThan(150);
        kazoo.object("paths")
                .forEach((path, item) ->
                        assertThat(document.object("paths").get("/v2" + path)).isEqualTo(item));
        Set<String> ids = new HashSet<>();
        document.object("paths")
                .forEach((path, item) -> ((JsonObject) item).forEach((method, operation) -> {
                    String id = operation instanceof JsonObject known ? known.text("operationId") : null;
                    assertThat(id == null || ids.add(id))
                            .as(path + " " + method)
                            .isTrue();
                }));
    }

    private static Set<String> variables(String words) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(words)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(Json list, String key) {
        return ((JsonArray) list)
                .values().stream()
                        .map(row -> ((JsonObject) row).textOr(key, ""))
                        .collect(Collectors.toSet());
    }
}
