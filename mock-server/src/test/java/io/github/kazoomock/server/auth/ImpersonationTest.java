package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.claims;
import static io.github.kazoomock.server.AuthServer.json;
import static io.github.kazoomock.server.AuthServer.md5;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.AuthServer;
import io.github.kazoomock.server.TestClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A superduper admin becomes somebody else (auth sheet 7, decision A14). */
@Timeout(60)
class ImpersonationTest {
    private static final JsonObject IMPERSONATE = json("{'action': 'impersonate_user'}");

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

    private static String path(AuthServer server, String user) {
        return "accounts/" + server.account(user) + "/users/" + server.user(user) + "/user_auth";
    }

    private static TestClient byApiKey(AuthServer server, String user) {
        JsonObject key = json("{'api_key': '" + server.login(user).apiKey() + "'}");
        String token = server.anonymous().put("api_auth", key).body().textOr("auth_token", "");
        return server.anonymous().with("X-Auth-Token", token);
    }

    @Test
    void theTokenIsTheUsersAndRemembersWhoAskedForIt() {
        TestClient.Response response = kazoo.as("root").put(path(kazoo, "bob"), IMPERSONATE);
        String token = response.body().textOr("auth_token", "");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.data()).isEqualTo(kazoo.logIn("bob").data());
        assertThat(response.body().has("page_size")).isFalse();
        assertThat(response.body().has("revision")).isFalse();
        assertThat(claims(token).keys())
                .containsExactly(
                        "iss",
                        "identity_sig",
                        "account_id",
                        "owner_id",
                        "method",
                        "exp",
                        "original_account_id",
                        "original_owner_id");
        assertThat(claims(token).text("original_account_id")).isEqualTo(kazoo.account("root"));
        assertThat(claims(token).text("original_owner_id")).isEqualTo(kazoo.user("root"));
        assertThat(claims(token).text("method")).isEqualTo("cb_user_auth");
        TestClient bob = kazoo.anonymous().with("X-Auth-Token", token);
        assertThat(bob.get("token_auth").data().text("owner_id")).isEqualTo(kazoo.user("bob"));
        Refused.asForbidden(bob.get("accounts/" + kazoo.account("root")));
    }

    @Test
    void theActionMayStandInQueryOrEnvelope() {
        TestClient root = kazoo.as("root");
        assertThat(root.put(path(kazoo, "bob") + "?action=impersonate_user", JsonObject.EMPTY)
                        .status())
                .isEqualTo(201);
        assertThat(root.send("PUT", path(kazoo, "bob"), "{\"data\":{},\"action\":\"impersonate_user\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void othersMayNot() {
        Refused.asForbidden(kazoo.as("clerk").put(path(kazoo, "bob"), IMPERSONATE));
        Refused.asForbidden(kazoo.as("ann").put(path(kazoo, "eve"), IMPERSONATE));
        Refused.asForbidden(kazoo.as("root").put(path(kazoo, "clerk"), IMPERSONATE));
        Refused.asForbidden(kazoo.as("root").put("user_auth", IMPERSONATE));
        Refused.asFormA(kazoo.anonymous().put(path(kazoo, "bob"), IMPERSONATE));
    }

    @Test
    void anApiKeyOfTheSuperduperAdminMay() {
        TestClient.Response response = byApiKey(kazoo, "root").put(path(kazoo, "bob"), IMPERSONATE);

        assertThat(response.status()).isEqualTo(201);
        assertThat(claims(response.body().textOr("auth_token", "")).has("original_owner_id"))
                .isFalse();
        Refused.asForbidden(byApiKey(kazoo, "ann").put(path(kazoo, "eve"), IMPERSONATE));
        Refused.asForbidden(byApiKey(older, "root").put(path(older, "bob"), IMPERSONATE));
    }

    @Test
    void theUserMustBeThere() {
        String nobody = "0".repeat(32);
        Refused.as(
                kazoo.as("root")
                        .put("accounts/" + kazoo.account("bob") + "/users/" + nobody + "/user_auth", IMPERSONATE),
                404,
                "bad_identifier",
                json("{'cause': '" + nobody + "', 'message': 'bad identifier'}"));
    }

    @Test
    void theAccountMustBeInGoodStanding() {
        Refused.as(
                kazoo.as("root").put(path(kazoo, "sam"), IMPERSONATE),
                400,
                "validation error",
                json("{'account': {'disabled': {'message': 'account disabled'}}}"));
    }

    @Test
    void withoutActionItIsALogin() {
        JsonObject login = json("{'credentials': '" + md5("bob") + "', 'account_name': 'Blue Shop'}");

        assertThat(kazoo.as("root").put(path(kazoo, "bob"), login).data().text("owner_id"))
                .isEqualTo(kazoo.user("bob"));
    }

    @Test
    void anotherActionIsAskedFor() {
        Refused.as(
                kazoo.as("root").put(path(kazoo, "bob"), json("{'action': 'dance'}")),
                500,
                "action required",
                json("{'message': 'action required'}"));
    }
}
