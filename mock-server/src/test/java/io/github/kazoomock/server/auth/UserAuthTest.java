package io.github.kazoomock.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.world.Hash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UserAuthTest {
    private static KazooServer server;

    @BeforeAll
    static void start() {
        server = KazooServer.builder().port(0).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aUserLogsInWithTheDigestOfNameAndPassword() {
        TestClient.Response login = TestClient.of(server)
                .put(
                        "user_auth",
                        JsonObject.of(
                                "credentials",
                                Json.of(Hash.md5("grace:grace")),
                                "account_name",
                                Json.of("Harbor Dental GROUP!")));
        assertThat(login.status()).isEqualTo(201);
    }
}
