package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.claims;
import static io.github.kazoomock.server.AuthServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.AuthServer;
import io.github.kazoomock.server.TestClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Login by an account's API key (auth sheet 8, decision A23). */
@Timeout(60)
class ApiAuthTest {
    private static AuthServer kazoo;

    @BeforeAll
    static void start(@TempDir Path folder) {
        kazoo = AuthServer.start(folder);
    }

    @AfterAll
    static void stop() {
        kazoo.close();
    }

    private static TestClient.Response login(String key, String more) {
        return kazoo.anonymous().put("api_auth", json("{'api_key': '" + key + "'" + more + "}"));
    }

    private static String key(String user) {
        return kazoo.login(user).apiKey();
    }

    @Test
    void theTokenIsTheAccounts() {
        TestClient.Response response = login(key("ann"), "");
        JsonObject claims = claims(response.body().textOr("auth_token", ""));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.header("location")).isEqualTo("/v2/api_auth/" + kazoo.account("ann"));
        assertThat(response.data())
                .isEqualTo(kazoo.logIn("ann").data().without("owner_id").without("user_info"));
        assertThat(response.body().get("page_size")).isEqualTo(Json.of(1));
        assertThat(response.body().text("revision")).isEqualTo("automatic");
        assertThat(response.body().get("tokens")).isEqualTo(json("{'consumed': 36, 'remaining': 64}"));
        assertThat(claims.keys()).containsExactly("iss", "identity_sig", "account_id", "method", "exp");
        assertThat(claims.text("method")).isEqualTo("cb_api_auth");
    }

    @Test
    void disabledAccountsComeInToo() {
        assertThat(login(key("sam"), "").status()).isEqualTo(201);
    }

    @Test
    void anUnknownKeyIsNotFound() {
        String unknown = "f".repeat(64);
        TestClient.Response response = login(unknown, "");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body().text("message")).isEqualTo("bad identifier");
        assertThat(response.body().get("data")).isEqualTo(JsonArray.of(Json.of(unknown)));
    }

    @Test
    void keysHave64Characters() {
        assertThat(login("short", "").data().object("api_key").keys()).containsExactly("minLength");
        assertThat(login("f".repeat(65), "").data().object("api_key").keys()).containsExactly("maxLength");
    }

    @Test
    void nothingElseMayBeInTheBody() {
        for (String key : new String[] {"restrictions", "as", "ui_metadata"}) {
            TestClient.Response response = login(key("ann"), ", '" + key + "': {}");
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.data().object(key).keys()).containsExactly("additionalProperties");
        }
    }
}
