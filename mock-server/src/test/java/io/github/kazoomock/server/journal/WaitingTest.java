package io.github.kazoomock.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting for requests instead of sleeping. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingTest {
    private final JournalServer mock = new JournalServer();
    private final TestClient client = mock.client();

    @BeforeEach
    void clear() {
        mock.admin("DELETE", "requests", "");
    }

    @AfterAll
    void stop() {
        mock.close();
    }

    @Test
    void isOverAtOnceWhenTheRequestsCameBefore() {
        client.get("about");
        client.get("schemas");
        JsonObject came = mock.get("requests/wait?count=1&path=/v2/schemas&timeout=30000");
        assertThat(came.integer(0, "matched")).isEqualTo(1);
        assertThat(came.isTrue("timed_out")).isFalse();
        assertThat(JournalServer.at(came, "requests", 0).text("path")).isEqualTo("/v2/schemas");
    }

    @Test
    void isOverWhenTheLastOfThemComes() {
        client.get("schemas");
        CompletableFuture<JsonObject> waiting = CompletableFuture.supplyAsync(
                () -> mock.get("requests/wait?count=3&path=/v2/schemas&status=2xx&timeout=50000"));
        client.get("about");
        client.get("schemas");
        assertThat(waiting).isNotDone();
        client.get("schemas");
        JsonObject came = waiting.join();
        assertThat(came.integer(0, "matched")).isEqualTo(3);
        assertThat(came.array("requests").size()).isEqualTo(3);
        assertThat(came.isTrue("timed_out")).isFalse();
    }

    @Test
    void isInVainAfterItsTimeAndTellsWhatDidCome() {
        client.get("schemas");
        Response late = mock.admin("GET", "requests/wait?count=2&path=/v2/schemas&timeout=100", "");
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.body().isTrue("timed_out")).isTrue();
        assertThat(late.body().integer(0, "matched")).isEqualTo(1);
        assertThat(late.body().integer(0, "count")).isEqualTo(2);
        assertThat(late.body().array("requests").size()).isEqualTo(1);
    }

    @Test
    void beginsAnewWhenTheJournalIsCleared() {
        client.get("schemas");
        CompletableFuture<JsonObject> waiting =
                CompletableFuture.supplyAsync(() -> mock.get("requests/wait?count=2&path=/v2/schemas&timeout=50000"));
        mock.admin("DELETE", "requests", "");
        client.get("schemas");
        client.get("schemas");
        assertThat(waiting.join().integer(0, "matched")).isEqualTo(2);
    }

    @Test
    void endsWithItsSandbox() throws InterruptedException {
        mock.admin("POST", "sandboxes", "{'name':'brief'}");
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(
                () -> mock.admin("GET", "sandboxes/brief/requests/wait?timeout=50000", ""));
        Thread.sleep(200); // whether it waits already or comes too late: it ends
        mock.admin("DELETE", "sandboxes/brief", "");
        assertThat(waiting.join().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"count=0", "count=many", "timeout=600001", "timeout=-1", "forever=true"})
    void forNothingIsRefused(String query) {
        assertThat(mock.admin("GET", "requests/wait?" + query, "").status()).isEqualTo(400);
    }
}
