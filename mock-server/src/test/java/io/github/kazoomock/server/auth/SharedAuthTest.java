package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.claims;
import static io.github.kazoomock.server.AuthServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.AuthServer;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ways in that newest KAZOO no longer has but a seed document shows (auth sheet 12, decisions A18 and A19). */
@Timeout(60)
class SharedAuthTest {
    private static AuthServer kazoo;

    @BeforeAll
    static void start(@TempDir Path folder) {
        kazoo = AuthServer.start(folder);
    }

    @AfterAll
    static void stop() {
        kazoo.close();
    }

    @Test
    void aTokenBuysAnotherOne() {
        String token = kazoo.token("ann");
        TestClient.Response response =
                kazoo.anonymous().put("shared_auth", JsonObject.of("shared_token", Json.of(token)));
        String fresh = response.body().textOr("auth_token", "");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.data().keys()).containsExactly("account", "user");
        assertThat(response.data().text("account", "id")).isEqualTo(kazoo.account("ann"));
        assertThat(response.data().text("user", "username")).isEqualTo("ann");
        assertThat(claims(fresh).text("method")).isEqualTo("cb_shared_auth");
        TestClient ann = kazoo.anonymous().with("X-Auth-Token", fresh);
        assertThat(ann.get("shared_auth").data()).isEqualTo(response.data());
    }

    @Test
    void anythingElseIsRefused() {
        Refused.asFormA(kazoo.anonymous().put("shared_auth", JsonObject.EMPTY));
        Refused.asFormA(kazoo.anonymous().put("shared_auth", json("{'shared_token': 'nonsense'}")));
        Refused.asFormA(kazoo.anonymous().get("shared_auth"));
    }

    @Test
    void apiKeysHaveNoUser() {
        JsonObject key = json("{'api_key': '" + kazoo.login("ann").apiKey() + "'}");
        String token = kazoo.anonymous().put("api_auth", key).body().textOr("auth_token", "");

        assertThat(kazoo.anonymous()
                        .with("X-Auth-Token", token)
                        .get("shared_auth")
                        .data()
                        .keys())
                .containsExactly("account");
    }

    @Test
    void aPinWithoutConferenceIsRefused() {
        Refused.asFormA(kazoo.anonymous().put("pin_auth", json("{'pin': '1234', 'account_name': 'Blue Shop'}")));
        Refused.asFormA(kazoo.anonymous().put("pin_auth", JsonObject.EMPTY));
    }

    @Test
    void olderKazooHasNeither(@TempDir Path folder) {
        try (AuthServer older = AuthServer.start(folder, "kazoo-5.0")) {
            areGone(older);
        }
    }

    @Test
    void withoutLegacyPathsBothAreGone(@TempDir Path folder) {
        try (AuthServer bare = AuthServer.start(folder, KazooServer.builder().legacy(false), "{}")) {
            areGone(bare);
        }
    }

    /** A path that begins with no endpoint's name asks for a token first. */
    private static void areGone(AuthServer server) {
        JsonObject notFound = json("{'message': 'not found'}");
        for (String path : new String[] {"shared_auth", "pin_auth"}) {
            Refused.asFormA(server.anonymous().put(path, JsonObject.EMPTY));
            Refused.as(server.as("ann").put(path, JsonObject.EMPTY), 404, "not_found", notFound);
        }
    }
}
