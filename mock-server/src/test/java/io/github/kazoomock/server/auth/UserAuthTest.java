package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.json;
import static io.github.kazoomock.server.AuthServer.md5;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.AuthServer;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.world.Hash;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Login by user name and password (auth sheet 5, decisions A1 to A3, A6). */
@Timeout(60)
class UserAuthTest {
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

    private static TestClient.Response login(AuthServer server, String user, String more) {
        return server.anonymous().put("user_auth", json("{'credentials': '" + md5(user) + "'" + more + "}"));
    }

    private static TestClient.Response login(String user, String more) {
        return login(kazoo, user, more);
    }

    @Test
    void aLoginTellsAllThatAFrontEndNeeds() {
        TestClient.Response response = login("ann", ", 'account_name': 'Blue Shop'");
        JsonObject body = response.body();

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.header("location")).isEqualTo("/v2/user_auth/" + kazoo.user("ann"));
        assertThat(response.header("content-type")).isEqualTo("application/json");
        assertThat(body.get("page_size")).isEqualTo(Json.of(1));
        assertThat(body.text("revision")).isEqualTo("automatic");
        assertThat(body.text("status")).isEqualTo("success");
        assertThat(body.text("version")).isEqualTo("5.0.0");
        assertThat(body.get("tokens")).isEqualTo(json("{'consumed': 36, 'remaining': 64}"));
        assertThat(body.text("auth_token")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(body.text("data", "cluster_id")).matches("[0-9a-f]{32}");
        assertThat(body.object("data").without("cluster_id").without("apps"))
                .isEqualTo(json("{'account_id': '" + kazoo.account("ann") + "', 'owner_id': '" + kazoo.user("ann")
                        + "', 'account_name': 'Blue Shop', 'language': 'de-DE', 'reseller_id': '"
                        + kazoo.account("root") + "', 'is_reseller': false, 'is_master_account': false,"
                        + " 'capabilities': {'voicemail': {'transcription': {'available': false, 'default': false}}},"
                        + " 'ui_config': {}, 'user_info': {'first_name': 'A', 'last_name': 'B', 'email':"
                        + " 'ann@example.com', 'full_name': 'A B', 'username': 'ann', 'priv_level': 'admin',"
                        + " 'has_avatar': false}}"));
    }

    @Test
    void appsAreThoseOfTheMasterInTheUsersLanguage() {
        JsonObject app = json("{'id': '" + Hash.md5("hub/apps/voip") + "', 'name': 'voip', 'api_url': 'http://a/v2/'}");

        assertThat(login("ann", ", 'account_name': 'Blue Shop'").data().array("apps"))
                .containsExactly(app.with(Json.of("TK-Anlage"), "label"));
        assertThat(login("root", ", 'account_name': 'Hub'").data().array("apps"))
                .containsExactly(app.with(Json.of("SmartPBX"), "label"));
    }

    @Test
    void theMasterIsItsOwnReseller() {
        JsonObject data = login("root", ", 'account_name': 'hub'").data();

        assertThat(data.text("reseller_id")).isEqualTo(data.text("account_id"));
        assertThat(data.isTrue("is_reseller")).isTrue();
        assertThat(data.isTrue("is_master_account")).isTrue();
        assertThat(data.text("language")).isEqualTo("en-US");
    }

    @Test
    void theUsersLanguageComesBeforeTheAccounts() {
        String path = "accounts/" + kazoo.account("bob") + "/users/" + kazoo.user("bob");
        kazoo.as("ann").patch(path, json("{'language': 'fr-FR'}"));

        assertThat(kazoo.logIn("bob").data().text("language")).isEqualTo("fr-FR");
        assertThat(kazoo.logIn("ann").data().text("language")).isEqualTo("de-DE");
        assertThat(kazoo.logIn("nora").data().text("language")).isEqualTo("en-US");
    }

    @Test
    void olderKazooTellsNothingAboutTheUser() {
        TestClient.Response response = login(older, "ann", ", 'account_name': 'Blue Shop'");

        assertThat(response.data().has("user_info")).isFalse();
        assertThat(response.body().get("tokens")).isEqualTo(json("{'consumed': 1, 'remaining': 98}"));
    }

    @Test
    void aCallerWithAGoodTokenPaysForTheLoginAlone() {
        TestClient.Response response = kazoo.as("ann")
                .put("user_auth", json("{'credentials': '" + md5("ann") + "', 'account_name': 'Blue Shop'}"));

        assertThat(response.body().get("tokens")).isEqualTo(json("{'consumed': 35, 'remaining': 65}"));
    }

    @Test
    void aGoodTokenIsFree() {
        assertThat(kazoo.as("ann").get("token_auth").body().get("tokens"))
                .isEqualTo(json("{'consumed': 0, 'remaining': 0}"));
    }

    @Test
    void shaIsTheOtherDigest() {
        String sha = Hash.sha1("ann:ann");
        String name = "', 'account_name': 'Blue Shop', 'method': '";

        assertThat(kazoo.anonymous()
                        .put("user_auth", json("{'credentials': '" + sha + name + "sha'}"))
                        .status())
                .isEqualTo(201);
        TestClient.Response wrongWord =
                kazoo.anonymous().put("user_auth", json("{'credentials': '" + sha + name + "sha1'}"));
        assertThat(wrongWord.status()).isEqualTo(400);
        assertThat(wrongWord.data().object("method").keys()).containsExactly("enum");
    }

    @Test
    void digestsCompareExactly() {
        String upper = md5("ann").toUpperCase(java.util.Locale.ROOT);
        Refused.asFormA(kazoo.anonymous()
                .put("user_auth", json("{'credentials': '" + upper + "', 'account_name': 'Blue Shop'}")));
    }

    @Test
    void credentialsMustBeThere() {
        Refused.as(
                kazoo.anonymous().put("user_auth", json("{'account_name': 'Blue Shop'}")),
                400,
                "validation error",
                json("{'credentials': {'required': {'message': 'Field is required but missing', 'value':"
                        + " 'credentials'}}}"));
    }

    @Test
    void wrongPasswordUnknownAccountAndDisabledUserLookAlike() {
        Refused.asFormA(login("nobody", ", 'account_name': 'Blue Shop'"));
        Refused.asFormA(login("ann", ", 'account_name': 'Red Shop'"));
        Refused.asFormA(login("bob-off", ", 'account_name': 'Blue Shop'"));
        Refused.asFormA(login("ann", ""));
    }

    @Test
    void aRefusalHasTheContentTypeThatMonsterCanRead() {
        TestClient.Response response = login("nobody", ", 'account_name': 'Blue Shop'");

        assertThat(response.header("content-type")).isEqualTo("application/json");
        assertThat(response.body().has("version")).isFalse();
        assertThat(response.body().has("auth_token")).isFalse();
    }

    @Test
    void accountNamesCompareByLettersAndDigits() {
        assertThat(login("ann", ", 'account_name': 'BLUE-shop!'").status()).isEqualTo(201);
    }

    @Test
    void theRealmMayBeCalledRealm() {
        assertThat(login("ann", ", 'realm': 'HUB.shop.example.com'").status()).isEqualTo(201);
        assertThat(login("ann", ", 'account_realm': 'hub.shop.example.com'").status())
                .isEqualTo(201);
    }

    @Test
    void aWayThatLeadsNowhereFallsThroughToTheNext() {
        assertThat(login(
                                "ann",
                                ", 'phone_number': '4155550100', 'account_realm': 'no.example.com', 'account_name':"
                                        + " 'Blue Shop'")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theFirstWayThatLeadsSomewhereCounts() {
        Refused.asFormA(login("ann", ", 'account_realm': 'hub.example.com', 'account_name': 'Blue Shop'"));
    }

    @Test
    void accountsOfOneNameAreTriedInTurn() {
        assertThat(login("otto", ", 'account_name': 'twin'").data().text("account_id"))
                .isEqualTo(kazoo.account("otto"));
        assertThat(login("nora", ", 'account_name': 'twin'").data().text("account_id"))
                .isEqualTo(kazoo.account("nora"));
    }

    @Test
    void theAccountsIdIsTheLastWay() {
        String id = ", 'account_id': '" + kazoo.account("ann") + "'";

        assertThat(login("ann", id).status()).isEqualTo(201);
        assertThat(login("ann", id + ", 'account_name': 'Nowhere'").status()).isEqualTo(201);
        Refused.asFormA(login("ann", id + ", 'account_name': 'Hub'"));
        assertThat(login("ann", ", 'account_id': 'short'")
                        .data()
                        .object("account_id")
                        .keys())
                .containsExactly("minLength");
    }

    @Test
    void olderKazooIgnoresTheAccountsId() {
        Refused.asFormA(login(older, "ann", ", 'account_id': '" + older.account("ann") + "'"));
        assertThat(login(older, "ann", ", 'account_id': 'short', 'account_name': 'Blue Shop'")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void disabledAccountsAndEndedTrialsAreToldOnlyToTheirUsers() {
        Refused.as(
                login("sam", ", 'account_name': 'Shut'"),
                400,
                "validation error",
                json("{'account': {'disabled': {'message': 'account disabled'}}}"));
        TestClient.Response over = login("tom", ", 'account_name': 'Over'");
        assertThat(over.status()).isEqualTo(400);
        assertThat(over.body().text("message")).isEqualTo("validation error");
        assertThat(over.data().text("account", "expired", "message")).isEqualTo("account expired");
        assertThat(over.data().integer(0, "account", "expired", "cause")).isGreaterThan(63_000_000_000L);
        Refused.asFormA(login("nobody", ", 'account_name': 'Shut'"));
    }

    @Test
    void bothAreLockedWithTheOption(@TempDir Path folder) {
        try (AuthServer locked = AuthServer.start(folder, KazooServer.builder().options("locked-423"), "{}")) {
            Refused.as(
                    login(locked, "sam", ", 'account_name': 'Shut'"),
                    423,
                    "locked",
                    json("{'account': {'disabled': {'message': 'account disabled'}}}"));
            assertThat(login(locked, "tom", ", 'account_name': 'Over'").status())
                    .isEqualTo(423);
        }
    }

    @Test
    void aModuleThatIsSwitchedOffRefusesEverybody(@TempDir Path folder) {
        String off = "{'auth_modules': {'cb_user_auth': {'enabled': false}}}";
        try (AuthServer closed = AuthServer.start(folder, KazooServer.builder(), off)) {
            Refused.asFormB(closed.logIn("ann"));
        }
    }

    @Test
    void anythingElseInTheBodyIsIgnored() {
        assertThat(login("ann", ", 'account_name': 'Blue Shop', 'ui_metadata': {'ui': 'monster-ui'}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void otherActionsThanImpersonationAreForbidden() {
        Refused.asForbidden(login("ann", ", 'account_name': 'Blue Shop', 'action': 'dance'"));
        Refused.asForbidden(login("ann", ", 'account_name': 'Blue Shop', 'action': 'impersonate_user'"));
    }
}
