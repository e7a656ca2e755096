package io.github.kazoomock.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may ask the mock's own API once a token is set. */
@Timeout(60)
class AdminTokenTest {
    private final KazooServer server =
            KazooServer.builder().port(0).adminToken("open-sesame").start();
    private final TestClient client = TestClient.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nobodyWithoutIt() {
        for (TestClient stranger : new TestClient[] {
            client,
            client.with("Authorization", "Bearer open-sesam"),
            client.with("Authorization", "open-sesame"),
            client.with("Authorization", "Bearer ")
        }) {
            Response refused = stranger.send("POST", "/__admin/reset", null);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body().text("message")).isEqualTo("send the admin token: Authorization: Bearer TOKEN");
        }
    }

    @Test
    void whoeverShowsIt() {
        TestClient friend = client.with("Authorization", "Bearer open-sesame");
        assertThat(friend.get("/__admin/health").status()).isEqualTo(200);
        assertThat(friend.send("POST", "/__admin/reset", null).status()).isEqualTo(200);
    }

    @Test
    void butNoPageOfAnotherOrigin() {
        Response refused = client.with("Authorization", "Bearer open-sesame")
                .with("Origin", "http://example.org")
                .get("/__admin/health");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().text("message")).isEqualTo("the Origin http://example.org is not this machine");
    }

    @Test
    void theApiItselfDoesNotNeedIt() {
        assertThat(client.get("schemas").status()).isNotEqualTo(401);
    }
}
