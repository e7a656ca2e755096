package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.forged;
import static io.github.kazoomock.server.AuthServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.AuthServer;
import io.github.kazoomock.server.TestClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What anybody may learn about a token, with words of its own for what is wrong (auth sheet 13, decision A17). */
@Timeout(60)
class TokenInfoTest {
    private final AuthServer kazoo;

    TokenInfoTest(@TempDir Path folder) {
        kazoo = AuthServer.start(folder);
    }

    @AfterEach
    void stop() {
        kazoo.close();
    }

    private TestClient.Response ask(String token) {
        return kazoo.anonymous().post("auth/tokeninfo", JsonObject.of("token", Json.of(token)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itIsTheLoginWithTheRealm() {
        TestClient.Response login = kazoo.logIn("ann");
        String token = login.body().textOr("auth_token", "");
        TestClient.Response posted = ask(token);

        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.data()).isEqualTo(login.data().with(Json.of("hub.shop.example.com"), "account_realm"));
        assertThat(posted.body().text("auth_token")).isEqualTo(token);
        assertThat(posted.body().has("version")).isFalse();
        assertThat(kazoo.anonymous().get("auth/tokeninfo?token=" + token).data())
                .isEqualTo(posted.data());
    }

    @Test
    void theTokenOfTheRequestDoesNotMatter() {
        String token = kazoo.token("ann");
        TestClient.Response response = kazoo.as("bob").get("auth/tokeninfo?token=" + token);

        assertThat(response.data().text("owner_id")).isEqualTo(kazoo.user("ann"));
        assertThat(response.body().text("auth_token")).isEqualTo(token);
        assertThat(kazoo.anonymous()
                        .with("X-Auth-Token", "undefined")
                        .get("auth/tokeninfo?token=" + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void claimsAreShownButForWhatIsTheServersOwn() {
        TestClient.Response impersonated = kazoo.as("root")
                .put(
                        "accounts/" + kazoo.account("bob") + "/users/" + kazoo.user("bob") + "/user_auth",
                        json("{'action': 'impersonate_user'}"));
        JsonObject data = ask(impersonated.body().textOr("auth_token", "")).data();

        assertThat(data.text("original_account_id")).isEqualTo(kazoo.account("root"));
        assertThat(data.keys()).doesNotContain("exp", "identity_sig", "iss", "method", "token");
    }

    @Test
    void olderKazooShowsTheLoginAlone(@TempDir Path folder) {
        try (AuthServer older = AuthServer.start(folder, "kazoo-5.0")) {
            TestClient.Response login = older.logIn("ann");
            String token = login.body().textOr("auth_token", "");
            assertThat(older.anonymous().get("auth/tokeninfo?token=" + token).data())
                    .isEqualTo(login.data());
        }
    }

    @Test
    void withoutATokenThereIsNothingToTell() {
        Refused.as(kazoo.anonymous().get("auth/tokeninfo"), 404, "missing token in params", JsonObject.EMPTY);
        Refused.as(
                kazoo.anonymous().post("auth/tokeninfo", JsonObject.EMPTY),
                404,
                "missing token in request",
                JsonObject.EMPTY);
    }

    @Test
    void eachFlawHasItsWord() {
        String token = kazoo.token("ann");
        String payload = token.split("\\.", -1)[1];

        Refused.as(ask("nonsense"), 401, "invalid_jwt", JsonObject.EMPTY);
        Refused.as(ask(forged(token)), 401, "invalid_jwt_signature", JsonObject.EMPTY);
        String unsigned = encoded("{\"alg\":\"none\"}") + "." + payload + ".";
        Refused.as(ask(unsigned), 401, "algorithm_not_supported", JsonObject.EMPTY);
        TestClient.Response broken = ask("a.b.c");
        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.body().text("message")).isEqualTo("init failed");
        assertThat(broken.body().has("data")).isFalse();
    }

    @Test
    void anExpiredTokenIsToldSoButAForgedOneFirst() {
        String token = kazoo.token("ann");
        kazoo.advance(4000);

        Refused.as(ask(token), 401, "token_expired", JsonObject.EMPTY);
        Refused.as(ask(forged(token)), 401, "invalid_jwt_signature", JsonObject.EMPTY);
    }

    @Test
    void aChangedPasswordMakesAnotherIdentity() {
        String token = kazoo.token("bob");
        String path = "accounts/" + kazoo.account("bob") + "/users/" + kazoo.user("bob");
        kazoo.as("ann").patch(path, json("{'password': 'tulip'}"));

        Refused.as(ask(token), 401, "invalid_identity_signature", JsonObject.EMPTY);
        kazoo.as("ann").delete(path);
        Refused.as(ask(token), 500, "invalid_identity_provider", JsonObject.EMPTY);
    }

    @Test
    void anAccountThatIsGoneIsToldSo() {
        String token = kazoo.token("eve");
        kazoo.as("ann").delete("accounts/" + kazoo.account("eve"));

        Refused.as(ask(token), 403, "mapped account does not exist", JsonObject.EMPTY);
    }
}
