package io.github.kazoomock.contracts.stubs;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.export.Interaction;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A WireMock that knows nothing of us loads the exported stubs and answers as the mock did. */
@Timeout(180)
class StockWireMockTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void itLoadsTheStubsAndAnswersAsTheMockDid(@TempDir Path root) throws Exception {
        Exporter exporter = KazooServer.builder().exporter();
        JsonObject stubs = exporter.stubs(Scope.ALL);
        Path mappings = root.resolve("mappings");
        Files.createDirectories(mappings);
        Files.write(mappings.resolve("kazoo.json"), stubs.pretty());
        Set<String> kept = stubs.array("mappings").values().stream()
                .map(each -> ((JsonObject) each).textOr("name", ""))
                .collect(Collectors.toSet());

        WireMockServer stock = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .withRootDirectory(root.toString()));
        stock.start();
        List<String> wrong = new ArrayList<>();
        Set<String> operations = new HashSet<>();
        try {
            assertThat(stock.listAllStubMappings().getMappings()).hasSize(kept.size());
            for (Interaction each : exporter.interactions(exporter.table().operations())) {
                if (kept.contains(each.description())) {
                    HttpResponse<byte[]> reply = send(stock.baseUrl(), each.request());
                    if (reply.statusCode() != each.response().status()
                            || !same(reply.body(), each.response().body())) {
                        wrong.add(each.description() + ": " + reply.statusCode());
                    } else if (each.response().isSuccess()) {
                        operations.add(each.operation().id());
                    }
                }
            }
        } finally {
            stock.stop();
        }
        assertThat(wrong).isEmpty();
        assertThat(operations).hasSizeGreaterThan(270);
    }

    private static boolean same(byte[] one, byte[] other) {
        return java.util.Arrays.equals(one, other)
                || (one.length > 0 && other.length > 0 && Json.parse(one).equals(Json.parse(other)));
    }

    private static HttpResponse<byte[]> send(String root, Request request) throws IOException, InterruptedException {
        String query = request.query().stream()
                .map(each -> URLEncoder.encode(each.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(each.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder sent = HttpRequest.newBuilder(
                        URI.create(root + request.path() + (query.isEmpty() ? "" : "?" + query)))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(sent::header);
        return HTTP.send(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
