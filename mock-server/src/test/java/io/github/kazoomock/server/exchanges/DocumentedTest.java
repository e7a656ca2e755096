package io.github.kazoomock.server.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.exchanges.Resemblance.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every exchange of KAZOO's published documentation that the mock serves: the reply has the keys and types that the
 * documentation shows, except where a file in {@code documented/} says why not. Skipped where the documentation is not
 * beside the project.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedTest {
    private final Scene scene = new Scene();

    @BeforeAll
    void theDocumentationIsAtHand() {
        Samples.oracle("upstream/documented-exchanges.json");
    }

    @AfterAll
    void stop() {
        scene.close();
    }

    @BeforeEach
    void everyExchangeHasTheWorldToItself() {
        scene.reset();
    }

    Stream<Documented> served() {
        return Documented.all().stream().filter(exchange -> scene.serves(exchange.method(), exchange.target()));
    }

    @ParameterizedTest
    @MethodSource("served")
    void aReplyHasTheDocumentedShape(Documented exchange) {
        Response response = played(exchange);
        JsonObject shown = (JsonObject) Json.parse(scene.known(exchange.reply().toString()));
        List<Difference> found = Resemblance.inShape(shown, response.body());
        List<String> unknown = found.stream()
                .filter(difference -> exchange.differences().keySet().stream().noneMatch(difference::isWithin))
                .map(Difference::toString)
                .toList();
        assertThat(unknown)
                .as("not in our files: %s in %s", exchange, response.text())
                .isEmpty();
        List<String> gone = exchange.differences().keySet().stream()
                .filter(known -> found.stream().noneMatch(difference -> difference.isWithin(known)))
                .toList();
        assertThat(gone)
                .as("agrees by now, so take it out of our files: %s in %s", exchange, response.text())
                .isEmpty();
    }

    private Response played(Documented exchange) {
        scene.setIn(exchange.account());
        exchange.before().forEach(earlier -> prepare(earlier, exchange.caller()));
        return scene.ask(exchange.caller(), exchange.method(), exchange.target(), exchange.type(), exchange.content());
    }

    /** Sends an earlier request, or makes what a name stands for. */
    private void prepare(Json earlier, String caller) {
        if (earlier instanceof JsonObject request) {
            Response made = scene.ask(
                    request.textOr("as", caller),
                    request.textOr("method", "PUT"),
                    request.textOr("path", ""),
                    request.object("body"));
            assertThat(made.status()).as(made.text()).isLessThan(300);
        } else {
            scene.filled("{" + earlier.text() + "}");
        }
    }

    @Test
    void everyNoteIsAboutADocumentedExchangeAndGivesReasons() {
        TreeSet<String> requests = new TreeSet<>();
        Documented.all().forEach(exchange -> requests.add(exchange.toString()));
        JsonObject notes = Documented.notes();
        for (String key : notes.keys()) {
            JsonObject note = notes.object(key);
            assertThat(requests).contains(key + " " + note.textOr("request", ""));
            note.object("differs")
                    .forEach((pointer, reason) ->
                            assertThat(reason.text()).as("%s %s", key, pointer).hasSizeGreaterThan(10));
        }
    }

    /** Where our files have to say why a reply differs, the exchange proves nothing. */
    @Test
    void theGradesKnowWhichOperationsAnswerAsDocumented() throws IOException {
        Map<String, Set<String>> sources = new TreeMap<>();
        served().filter(exchange -> exchange.differences().isEmpty()).forEach(exchange -> {
            scene.reset();
            String mark = String.valueOf(played(exchange).header("x-kazoo-mock-grade"));
            String operation = mark.substring(mark.indexOf("; ") + 2);
            sources.computeIfAbsent(operation, id -> new TreeSet<>()).add(exchange.source());
        });
        JsonObject.Builder found = JsonObject.builder();
        sources.forEach((operation, all) -> found.put(operation, Json.texts(List.copyOf(all))));
        Path file = Path.of(System.getProperty("kazoo.mock.basedir", "."))
                .resolve("mock-server/src/main/resources/io/github/kazoomock/server/evidence/documented.json");
        if ("write".equals(System.getProperty("kazoo.mock.evidence"))) {
            Files.write(file, found.build().pretty());
        }
        assertThat(Json.parse(Files.readAllBytes(file)))
                .as("-Dkazoo.mock.evidence=write writes it anew")
                .isEqualTo(found.build());
        assertThat(sources).hasSizeGreaterThan(30);
    }

    @Test
    void whatTheMockServesIsNotLittle() {
        assertThat(served().count()).isGreaterThan(30);
    }
}
