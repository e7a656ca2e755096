package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.claims;
import static io.github.kazoomock.server.AuthServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.AuthServer;
import io.github.kazoomock.server.TestClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The caller's own token: read and ended (auth sheet 9 and 13, decisions A7, A8, A11). */
@Timeout(60)
class TokenAuthTest {
    private static AuthServer kazoo;
    private static AuthServer older;

    @BeforeAll
    static void start(@TempDir Path folder, @TempDir Path olderFolder) {
        kazoo = AuthServer.start(folder);
        older = AuthServer.start(olderFolder, "kazoo-5.0");
    }

    @AfterAll
    static void stop() {
        kazoo.close();
        older.close();
    }

    private static TestClient with(AuthServer server, String token) {
        return server.anonymous().with("X-Auth-Token", token);
    }

    @Test
    void aTokenShowsItsClaimsAndItsLogin() {
        TestClient.Response login = kazoo.logIn("ann");
        String token = login.body().textOr("auth_token", "");

        TestClient.Response own = with(kazoo, token).get("token_auth");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.data()).isEqualTo(claims(token).plus(login.data()));
        assertThat(own.body().text("auth_token")).isEqualTo(token);
        assertThat(own.body().text("version")).isEqualTo("5.0.0");
        Refused.asFormA(kazoo.anonymous().get("token_auth"));
    }

    @Test
    void itIsAlsoUnderAccountsThatTheCallerMaySee() {
        TestClient ann = kazoo.as("ann");

        assertThat(ann.get("accounts/" + kazoo.account("eve") + "/token_auth").data())
                .isEqualTo(ann.get("token_auth").data());
        Refused.asForbidden(ann.get("accounts/" + kazoo.account("root") + "/token_auth"));
    }

    @Test
    void nothingElseIsThere() {
        TestClient ann = kazoo.as("ann");

        assertThat(ann.put("token_auth", JsonObject.EMPTY).status()).isEqualTo(405);
        assertThat(ann.get("token_auth/x").status()).isEqualTo(404);
    }

    @Test
    void aDeletedTokenIsOverAndOthersOfItsUserLive() {
        String token = kazoo.token("ann");
        kazoo.advance(1);
        TestClient other = kazoo.as("ann");

        TestClient.Response gone = with(kazoo, token).delete("token_auth");
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.body().has("data")).isFalse();
        assertThat(gone.body().text("status")).isEqualTo("success");
        assertThat(gone.body().text("auth_token")).isEqualTo(token);
        Refused.asFormA(with(kazoo, token).get("token_auth"));
        Refused.asFormA(with(kazoo, token).delete("token_auth"));
        assertThat(other.get("token_auth").status()).isEqualTo(200);
    }

    @Test
    void inOlderKazooItLivesOn() {
        String token = older.token("ann");

        assertThat(with(older, token).delete("token_auth").status()).isEqualTo(200);
        assertThat(with(older, token).get("token_auth").status()).isEqualTo(200);
    }

    @Test
    void thePathMayNameTheOwnToken() {
        String token = kazoo.token("ann");

        assertThat(with(kazoo, token).get("user_auth/" + token).data())
                .isEqualTo(with(kazoo, token).get("token_auth").data());
        assertThat(with(kazoo, token)
                        .get("accounts/" + kazoo.account("ann") + "/user_auth/" + token)
                        .status())
                .isEqualTo(200);
        Refused.asForbidden(with(kazoo, token).get("accounts/" + kazoo.account("eve") + "/user_auth/" + token));
        Refused.asFormA(with(kazoo, token).get("user_auth/" + kazoo.token("bob")));
        Refused.asFormA(kazoo.anonymous().get("user_auth/" + token));
    }

    @Test
    void inOlderKazooOnlyUnderTheAccount() {
        String token = older.token("ann");

        Refused.asForbidden(with(older, token).get("user_auth/" + token));
        Refused.asFormA(with(older, token).get("user_auth/x"));
        assertThat(with(older, token)
                        .get("accounts/" + older.account("ann") + "/user_auth/" + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void recoveryIsNoToken() {
        assertThat(kazoo.as("ann").get("user_auth/recovery").status()).isEqualTo(405);
    }

    @Test
    void aFreshTokenNeedsAModuleThatRenews(@TempDir Path folder) {
        JsonObject refresh = json("{'action': 'refresh_token'}");
        Refused.as(kazoo.as("ann").put("auth", refresh), 405, "cb_user_auth not allowed to renew", JsonObject.EMPTY);
        String renews = "{'auth_modules': {'cb_user_auth': {'renew': true}}}";
        try (AuthServer renewing = AuthServer.start(folder, io.github.kazoomock.server.KazooServer.builder(), renews)) {
            String token = renewing.token("ann");
            renewing.advance(1000);
            TestClient.Response fresh = with(renewing, token).put("auth", refresh);
            assertThat(fresh.status()).isEqualTo(201);
            assertThat(fresh.body().get("data")).isEqualTo(JsonObject.EMPTY);
            JsonObject claims = claims(fresh.body().textOr("auth_token", ""));
            assertThat(claims.without("exp")).isEqualTo(claims(token).without("exp"));
            assertThat(claims.integer(0, "exp"))
                    .isGreaterThanOrEqualTo(claims(token).integer(0, "exp") + 1000);
        }
    }

    @Test
    void inOlderKazooEverybodyGetsOne() {
        TestClient.Response fresh = older.as("ann").put("auth", json("{'action': 'refresh_token'}"));

        assertThat(fresh.status()).isEqualTo(201);
        assertThat(fresh.data().text("account_name")).isEqualTo("Blue Shop");
        assertThat(claims(fresh.body().textOr("auth_token", "")).get("method")).isEqualTo(Json.of("cb_auth"));
    }

    @Test
    void resettingTheSystemsSecretEndsAllTokens(@TempDir Path folder) {
        try (AuthServer fresh = AuthServer.start(folder)) {
            JsonObject reset = json("{'action': 'reset_signature_secret'}");
            TestClient ann = fresh.as("ann");
            Refused.asForbidden(ann.put("auth", reset));
            assertThat(fresh.as("root").put("auth", reset).status()).isEqualTo(201);
            Refused.asFormA(ann.get("token_auth"));
            assertThat(fresh.as("ann").get("token_auth").status()).isEqualTo(200);
        }
    }

    @Test
    void otherActionsAreForbiddenOrUnknown() {
        Refused.asForbidden(kazoo.as("ann").put("auth", JsonObject.EMPTY));
        Refused.as(
                kazoo.as("root").put("auth", JsonObject.EMPTY),
                500,
                "action required",
                json("{'message': 'action required'}"));
        assertThat(kazoo.as("ann").get("auth").status()).isEqualTo(405);
    }

    @Test
    void whatIsNotBuiltIsNotFound() {
        TestClient root = kazoo.as("root");
        for (String path : new String[] {
            "auth/links", "auth/providers", "auth/apps", "auth/keys", "multi_factor", "security", "ip_auth"
        }) {
            Refused.as(root.get(path), 404, "not_found", json("{'message': 'not found'}"));
        }
        assertThat(kazoo.anonymous().put("auth/callback", JsonObject.EMPTY).status())
                .isEqualTo(404);
    }
}
