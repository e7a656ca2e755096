package io.github.kazoomock.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Whatever arrives gets an answer that a sheet names, and a refusal leaves the world as it was. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final int REQUESTS = 20_000;

    /** Another seed finds other mistakes: {@code -Dkazoo.mock.mutations.seed=2}. */
    private static final long SEED = Long.getLong("kazoo.mock.mutations.seed", 20_261_120L);

    /** Messages of status 500 and 503 that the sheets name as answers to bad input. */
    private static final Set<String> NAMED_FAILURES = Set.of(
            "init failed",
            "validation failed to run on the server",
            "account_has_descendants",
            "datastore_fault",
            "invalid_identity_provider",
            "could not get locality url", // nobody configures one (admin sheet 1.9)
            "action required",
            "creating TTS failed unexpectedly",
            "unspecified_fault", // a quickcall without a phone that could ring: pbx sheet 17
            "At least one object failed to be deleted"); // with its user: delta sheet 5.2

    private final KazooServer server =
            KazooServer.builder().port(0).fixture("demo").start();
    private final RawConnection connection = new RawConnection(server.port());
    private List<Mutations.Request> valid = List.of();

    @BeforeAll
    void logIn() {
        valid = Mutations.validRequests(server);
    }

    @AfterAll
    void stop() throws IOException {
        connection.close();
        server.close();
    }

    @Test
    void mutatedRequestsAreAnsweredAndRefusalsChangeNothing() throws IOException {
        Mutations mutations = new Mutations(SEED, valid);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < REQUESTS && wrong.size() < 10; i++) {
            Mutations.Request request = mutations.next();
            World before = server.world();
            RawConnection.Response response = connection.send(request.line(), request.headers(), request.body());
            statuses.merge(response.status(), 1, Integer::sum);
            String flaw = flaw(response, before);
            if (flaw != null) {
                wrong.add("#" + i + " " + request + "\n  -> " + response.status() + " " + flaw);
            }
            if (i % 1000 == 999) {
                server.reset();
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(statuses).as("the mutations reach many answers").containsKeys(200, 201, 400, 401, 403, 404, 405);
    }

    private @org.jspecify.annotations.Nullable String flaw(RawConnection.Response response, World before) {
        int status = response.status();
        if (status >= 400 && server.world() != before) {
            return "a refusal changed the world";
        }
        String text = response.text();
        if (text.contains("\tat ") || text.contains("Exception") || text.contains("<html") || text.contains("Jetty")) {
            return "the server shows itself: " + text;
        }
        if (status >= 400 && !text.isEmpty()) {
            JsonObject body =
                    (JsonObject) Json.parse(text.replaceFirst("^f[^{]*\\(", "").replaceFirst("\\);$", ""));
            if (!Integer.toString(status).equals(body.text("error"))) {
                return "no error envelope: " + text;
            }
            if (status >= 500 && !isNamed(body.textOr("message", ""))) {
                return "a failure no sheet names: " + text;
            }
            return null;
        }
        return status >= 500 && status != 501 ? "a bare failure" : null;
    }

    private static boolean isNamed(String message) {
        return NAMED_FAILURES.contains(message) || message.matches("schema .* not found\\.");
    }

    @Test
    void aBodyOfTenMegabytesIsTooLarge() throws IOException {
        byte[] body = new byte[10_000_000];
        java.util.Arrays.fill(body, (byte) ' ');
        RawConnection.Response response =
                connection.send("PUT /v2/user_auth", Map.of("Content-Type", "application/json"), body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(Json.parse(response.body()))
                .extracting(envelope -> ((JsonObject) envelope).object("data"))
                .hasToString("{\"file\":{\"maxSize\":{\"message\":\"Payload or Files must not be more than 8000000"
                        + " bytes\",\"target\":8000000}}}");
    }

    @Test
    void whatTheServerItselfRefusesHasNoBody() throws IOException {
        String longValue = "x".repeat(5000);
        assertBare(400, "GET /v2/accounts/%zz HTTP/1.1\r\nHost: a\r\n\r\n");
        assertBare(400, "GET /v2/schemas?a=%f HTTP/1.1\r\nHost: a\r\n\r\n");
        assertBare(400, "GET /v2/schemas HTTP/1.1\r\nHost: a\r\nContent-Type: nonsense\r\n\r\n");
        assertBare(400, "nonsense\r\n\r\n");
        assertBare(414, "GET /v2/" + "x".repeat(9000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        assertBare(414, "GET /v2/" + "x".repeat(200_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        assertBare(431, "GET /v2/schemas HTTP/1.1\r\nHost: a\r\nX-Long: " + longValue + "\r\n\r\n");
        assertBare(431, "GET /v2/schemas HTTP/1.1\r\nHost: a\r\n" + "X-Many: 1\r\n".repeat(101) + "\r\n");
        assertBare(
                431, "GET /v2/schemas HTTP/1.1\r\nHost: a\r\n" + ("X-Long: " + longValue + "\r\n").repeat(40) + "\r\n");
        assertBare(501, "BREW /v2/schemas HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    private void assertBare(int status, String request) throws IOException {
        try (RawConnection fresh = new RawConnection(server.port())) {
            RawConnection.Response response = fresh.send(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(response.status())
                    .as(request.lines().findFirst().orElse(""))
                    .isEqualTo(status);
            assertThat(response.text()).isEmpty();
            assertThat(response.headers()).doesNotContainKey("content-type").containsEntry("server", "Cowboy");
        }
    }
}
