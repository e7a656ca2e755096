package io.github.kazoomock.contracts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.sandbox.Profile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mock's own contract, successes and refusals, is that of a consumer who does everything right. */
@Timeout(180)
class ExportedTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kazoo-5", "kazoo-5.0"})
    void theMocksOwnContractGivesNoFinding(String name) throws Exception {
        List<Json> interactions = new ArrayList<>();
        try (KazooServer server =
                KazooServer.builder().port(0).fixture("demo").profile(name).start()) {
            for (Operation operation : server.operations().operations()) {
                interactions.addAll(exported(server, operation.id()));
            }
        }
        Path file = folder.resolve("exported.json");
        Files.write(
                file, JsonObject.of("interactions", new JsonArray(interactions)).utf8());
        List<Case> cases = ConsumerCheck.of(Profile.named(name).orElseThrow(), true)
                .check(List.of(file))
                .report()
                .cases();
        assertThat(cases).hasSizeGreaterThan(300);
        List<String> wrong = cases.stream()
                .flatMap(each -> each.findings().stream().map(found -> each.name() + ": " + found))
                .toList();
        assertThat(wrong).isEmpty();
    }

    /** None where the export knows no good request. */
    private static List<Json> exported(KazooServer server, String operation) throws IOException, InterruptedException {
        URI uri = URI.create(server.adminRoot() + "export/pact.json?operation=" + operation);
        HttpResponse<byte[]> reply =
                HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        return reply.statusCode() == 200
                ? ((JsonObject) Json.parse(reply.body())).array("interactions").values()
                : List.of();
    }
}
