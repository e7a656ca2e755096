package io.github.kazoomock.contracts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.sandbox.Profile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code replies.json} knows every field that replies have: of a crawl through the worlds that come with the mock, of the
 * exported contract, of the seed documents and of KAZOO's documentation. {@code -Dkazoo.mock.replies=write} writes it
 * anew, which needs the documentation beside the project.
 */
@Timeout(300)
class RepliesTest {
    private static final Path FILE = Path.of(System.getProperty("kazoo.mock.basedir", "."))
            .resolve("contracts/src/main/resources/io/github/kazoomock/contracts/check/replies.json");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void theFileKnowsEveryFieldOfTheRepliesThatAreAtHand() throws Exception {
        Observed observed = new Observed();
        for (String profile : Profile.names()) {
            for (String fixture : List.of("demo", "docs")) {
                try (KazooServer server = KazooServer.builder()
                        .port(0)
                        .fixture(fixture)
                        .profile(profile)
                        .start()) {
                    new Crawl(server, observed).run();
                    if (fixture.equals("demo")) {
                        for (Operation operation : server.operations().operations()) {
                            observed.addPact(pact(server, operation.id()));
                        }
                    }
                }
            }
        }
        observed.addSeeds();
        boolean writes = "write".equals(System.getProperty("kazoo.mock.replies"));
        if (Observed.hasDocumented()) {
            observed.addDocumented();
        } else {
            assertThat(writes).as("the documentation is needed to write").isFalse();
        }
        if (writes) {
            Files.write(FILE, text(observed.all()));
        }
        Map<String, Seen> known = writes ? observed.all() : Replies.read();
        TreeSet<String> missing = new TreeSet<>();
        observed.all().forEach((operation, seen) -> {
            if (!known.getOrDefault(operation, Seen.NOTHING).includes(seen)) {
                missing.add(operation);
            }
        });
        assertThat(missing)
                .as("run this with -Dkazoo.mock.replies=write: replies of these have more than the file knows")
                .isEmpty();
    }

    @Test
    void theFileIsAboutOperationsThatThereAre() {
        TreeSet<String> unknown = new TreeSet<>(Replies.read().keySet());
        Api.of(Profile.KAZOO_5, true).table().operations().stream()
                .map(Operation::id)
                .forEach(unknown::remove);
        assertThat(unknown).isEmpty();
    }

    private static byte[] text(Map<String, Seen> all) {
        String lines = all.entrySet().stream()
                .map(each -> Json.of(each.getKey()) + ": " + each.getValue().toJson())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    /** The exported interactions of one operation; none where the export knows no good request. */
    private static JsonObject pact(KazooServer server, String operation) throws IOException, InterruptedException {
        URI uri = URI.create(server.adminRoot() + "export/pact.json?operation=" + operation);
        HttpResponse<byte[]> reply =
                HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        return reply.statusCode() == 200 ? (JsonObject) Json.parse(reply.body()) : JsonObject.EMPTY;
    }
}
