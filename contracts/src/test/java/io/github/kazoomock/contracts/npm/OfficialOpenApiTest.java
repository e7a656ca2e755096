package io.github.kazoomock.contracts.npm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI documents are what the official schema of OpenAPI 3.1 asks for, as a tool of others sees it. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialOpenApiTest {
    private static final String SCRIPT = "openapi.mjs";

    private final KazooServer server =
            KazooServer.builder().port(0).fixture("demo").start();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonObject document(String route) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.adminRoot() + route)).build();
        byte[] body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
        return (JsonObject) Json.parse(body);
    }

    private NpmProject.Ran held(JsonObject document) throws IOException {
        return NpmProject.node(
                SCRIPT,
                Files.write(folder.resolve("openapi.json"), document.utf8()).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.json", "export/openapi.json"})
    void isValid(String route) throws IOException, InterruptedException {
        NpmProject.Ran ran = held(document(route));
        assertThat(ran.output()).startsWith("OpenAPI 3.1: 0 problems, ");
        assertThat(ran.code()).isZero();
    }

    @Test
    void wouldNotBeValidWithAMistake() throws IOException, InterruptedException {
        JsonObject good = document("export/openapi.json");
        String devices = "/accounts/{ACCOUNT_ID}/devices";
        assertThat(good.at("paths", devices, "get", "responses", "200", "description"))
                .isNotNull();
        refuses(good, document -> document.without("info", "title"), "'title'");
        refuses(
                good,
                document -> document.without("paths", devices, "get", "responses", "200", "description"),
                "'description'");
        refuses(
                good,
                document -> document.with(
                        JsonArray.of(JsonObject.of("name", Json.of("x"), "in", Json.of("body"))),
                        "paths",
                        devices,
                        "get",
                        "parameters"),
                "parameters/0");
        refuses(
                good,
                document -> document.with(Json.of("[[:alnum:"), "components", "schemas", "devices", "pattern"),
                "Invalid regular expression");
    }

    private void refuses(JsonObject good, UnaryOperator<JsonObject> mistake, String problem) throws IOException {
        NpmProject.Ran ran = held(mistake.apply(good));
        assertThat(ran.output()).contains(problem);
        assertThat(ran.code()).isEqualTo(1);
    }
}
