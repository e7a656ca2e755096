package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What Monster UI sends from page load to its first app, byte for byte, and what it reads (clients sheet 1.3, 1.4). */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontEndTest {
    private static final String ORIGIN = "http://127.0.0.1:3000";
    private static final String UI = "'ui_metadata':{'version':'4.3.0','ui':'monster-ui','origin':'core'}";

    private final DemoServer demo = new DemoServer();

    @BeforeEach
    void reset() {
        demo.reset();
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    /** As the browser sends it: asks first whether it may, then sends the request with its cache-buster. */
    private TestClient.Response ask(String token, String method, String path, String body) {
        TestClient browser = demo.anonymous().with("Origin", ORIGIN);
        TestClient.Response preflight = browser.with("Access-Control-Request-Method", method)
                .with("Access-Control-Request-Headers", token.isEmpty() ? "content-type" : "content-type,x-auth-token")
                .send("OPTIONS", path, null);
        assertThat(preflight.status()).as("preflight of %s %s", method, path).isEqualTo(200);
        assertThat(preflight.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(preflight.header("access-control-allow-methods")).contains(method);
        assertThat(preflight.header("access-control-allow-headers")).contains("content-type", "x-auth-token");
        TestClient page = browser.with("Content-Type", "application/json")
                .with("Accept", "application/json, text/javascript, */*; q=0.01");
        page = token.isEmpty() ? page : page.with("X-Auth-Token", token);
        String url = method.equals("GET") ? path + (path.contains("?") ? "&" : "?") + "_=1763659000000" : path;
        TestClient.Response response = page.send(method, url, body.isEmpty() ? null : body.replace('\'', '"'));
        assertThat(response.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(response.header("content-type")).isEqualTo("application/json");
        return response;
    }

    private TestClient.Response login(String username) {
        Login login = demo.login(username);
        return ask(
                "",
                "PUT",
                "user_auth",
                "{'data':{'credentials':'" + Hash.md5(username + ":" + login.password()) + "','account_name':'"
                        + login.accountName() + "'}}");
    }

    @Test
    void thePageBeforeLoginFindsNoBranding() {
        for (String path :
                new String[] {"whitelabel/127.0.0.1", "whitelabel/127.0.0.1/logo", "whitelabel/127.0.0.1/icon"}) {
            assertThat(ask("undefined", "GET", path, "").status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aWrongPasswordIsToldInAWayThatThePageCanRead() {
        TestClient.Response response = ask(
                "", "PUT", "user_auth", "{'data':{'credentials':'" + "0".repeat(32) + "','account_name':'nobody'}}");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body().get("data")).isInstanceOf(JsonObject.class);
    }

    @Test
    void anAdminLogsInAndTheFirstPageHasAllItReads() {
        TestClient.Response login = login("nora");
        assertThat(login.status()).isEqualTo(201);
        String token = login.body().textOr("auth_token", "");
        JsonObject claims = (JsonObject)
                Json.parse(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        String account = login.data().textOr("account_id", "");
        String user = login.data().textOr("owner_id", "");
        assertThat(claims.text("account_id")).isEqualTo(account);
        assertThat(login.data().keys())
                .contains("account_id", "owner_id", "language", "is_reseller", "reseller_id", "capabilities");
        String root = "accounts/" + account;

        assertThat(ask(token, "GET", root + "/external_numbers", "").status()).isEqualTo(404);

        TestClient.Response seen = ask(token, "GET", root, "");
        assertThat(seen.status()).isEqualTo(200);
        JsonObject merged = seen.data().plus(seen.body().object("metadata"));
        assertThat(merged.keys())
                .contains(
                        "id",
                        "name",
                        "realm",
                        "superduper_admin",
                        "is_reseller",
                        "billing_mode",
                        "enabled",
                        "created",
                        "reseller_id",
                        "wnm_allow_additions")
                .doesNotContain("trial_time_left");
        assertThat(seen.body().text("version")).isNotNull();

        TestClient.Response person = ask(token, "GET", root + "/users/" + user, "");
        assertThat(person.status()).isEqualTo(200);
        assertThat(person.data().keys()).contains("first_name", "last_name", "priv_level");
        assertThat(person.data().text("priv_level")).isEqualTo("admin");

        TestClient.Response store = ask(token, "GET", root + "/apps_store", "");
        assertThat(store.status()).isEqualTo(200);
        JsonArray apps = store.body().array("data");
        assertThat(apps.size()).isPositive();
        List<String> ids = new ArrayList<>();
        for (Json app : apps) {
            JsonObject row = (JsonObject) app;
            assertThat(row.keys()).contains("id", "name", "i18n", "tags", "allowed_users", "users", "masqueradable");
            assertThat(row.object("i18n").object("en-US").keys()).contains("label", "description");
            ids.add(row.textOr("id", ""));
        }

        JsonObject list = JsonObject.of("data", JsonObject.of("appList", Json.texts(ids)));
        TestClient.Response patched = ask(token, "PATCH", root + "/users/" + user, list.toString());
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.data().array("appList")).isEqualTo(Json.texts(ids));

        JsonObject whole = ask(token, "GET", root, "").data();
        JsonObject changed = whole.with(json("{'account':{'show_tab':true}}"), "ui_restrictions", "myaccount")
                .plus(json("{" + UI + "}"));
        TestClient.Response posted =
                ask(token, "POST", root, JsonObject.of("data", changed).toString());
        assertThat(posted.status()).isEqualTo(200);
        JsonObject after = ask(token, "GET", root, "").data();
        assertThat(after.at("ui_restrictions", "myaccount")).isEqualTo(json("{'account':{'show_tab':true}}"));
        assertThat(after.text("realm")).isEqualTo(whole.text("realm"));
        assertThat(after.get("enabled")).isEqualTo(whole.get("enabled"));

        assertThat(ask(token, "GET", root + "/braintree/customer", "").data().array("credit_cards"))
                .isEqualTo(JsonArray.EMPTY);
        assertThat(ask(token, "GET", root + "/alerts", "").status()).isEqualTo(404);
    }

    @Test
    void aReloadedPageKeepsItsToken() {
        String token = login("grace").body().textOr("auth_token", "");
        TestClient.Response response =
                ask("", "POST", "auth/tokeninfo", "{'data':{'token':'" + token + "'," + UI + "}}");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.data().text("account_id")).isEqualTo(demo.accountOf("grace"));
        assertThat(response.data().text("owner_id")).isNotEmpty();
    }

    @Test
    void theAccountSwitcherWalksTheTree() {
        String token = login("nora").body().textOr("auth_token", "");
        TestClient.Response children = ask(token, "GET", demo.path("nora") + "/children?ascending=true", "");
        assertThat(children.body().array("data").size()).isGreaterThan(1);
        for (Json child : children.body().array("data")) {
            assertThat(((JsonObject) child).keys()).contains("id", "name", "realm", "descendants_count");
        }
        TestClient.Response tree = ask(token, "GET", demo.path("tess") + "/tree", "");
        assertThat(((JsonObject) tree.body().array("data").get(0)).text("id")).isEqualTo(demo.accountOf("nora"));
    }
}
