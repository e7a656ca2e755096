package io.github.kazoomock.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What a client asked becomes a contract that anybody can hold against any mock. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PactOfUseTest {
    private final KazooServer server = KazooServer.builder().port(0).start();

    @BeforeEach
    void reset() {
        server.reset();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String menus() {
        String account = server.logins().stream()
                .filter(login -> login.username().equals("greta"))
                .findFirst()
                .orElseThrow()
                .accountId();
        return "accounts/" + account + "/menus";
    }

    private JsonArray used() {
        return admin("GET", "requests.pact?consumer=portal", null).array("interactions");
    }

    private JsonObject admin(String method, String path, @Nullable JsonObject body) {
        return TestClient.of(server)
                .send(method, "/__admin/" + path, body == null ? null : body.toString())
                .body();
    }

    @Test
    void aReadThatFollowsAWriteHasTheWriteInItsState() {
        TestClient client = TestClient.loggedIn(server, "greta");
        String menus = menus();
        JsonObject made =
                client.put(menus, JsonObject.of("name", Json.of("Front"))).body();
        String id = made.object("data").textOr("id", "");
        client.get(menus + "/" + id);

        JsonArray all = used();
        assertThat(all.values().stream().map(each -> ((JsonObject) each).text("description")))
                .containsExactly("user_auth.login answers 201", "menus.create answers 201", "menus.get answers 200");
        JsonObject get = (JsonObject) all.get(2);
        assertThat(get.object("request", "generators", "path").text("expression"))
                .isEqualTo("/v2/accounts/${ACCOUNT_ID}/menus/${MENUS_1}");
        JsonObject params = ((JsonObject) get.array("providerStates").get(0)).object("params");
        assertThat(params.text("fixture")).isEqualTo("demo");
        assertThat(params.text("login")).isEqualTo("account_admin");
        assertThat(((JsonObject) params.array("things").get(0)).text("path"))
                .isEqualTo("/v2/accounts/${ACCOUNT_ID}/menus");
        assertThat(get.object("response", "matchingRules", "body").has("$.data.id"))
                .isTrue();
    }

    @Test
    void itsStatesCanBeBroughtAboutAndItsRequestsAnsweredAsTheyWere() {
        TestClient client = TestClient.loggedIn(server, "greta");
        String menus = menus();
        String id = client.put(menus, JsonObject.of("name", Json.of("Front")))
                .body()
                .object("data")
                .textOr("id", "");
        client.patch(menus + "/" + id, JsonObject.of("hunt", Json.of(false)));
        client.get(menus + "/" + id);
        client.delete(menus + "/" + id);
        client.get(menus + "/" + id);

        for (Json each : List.copyOf(used().values())) {
            JsonObject interaction = (JsonObject) each;
            JsonObject state = (JsonObject) interaction.array("providerStates").get(0);
            JsonObject values = admin(
                    "POST",
                    "states",
                    JsonObject.of("state", Json.of(state.textOr("name", "")), "params", state.object("params")));
            String path = interaction.object("request", "generators", "path").textOr("expression", "");
            for (String name : values.keys()) {
                path = path.replace("${" + name + "}", values.textOr(name, ""));
            }
            if (path.isEmpty()) {
                continue;
            }
            JsonObject body = interaction.object("request", "body", "content");
            int status = TestClient.of(server)
                    .with("X-Auth-Token", values.textOr("AUTH_TOKEN", ""))
                    .send(
                            interaction.object("request").textOr("method", ""),
                            path.substring("/v2/".length()),
                            body.isEmpty() ? null : body.toString())
                    .status();
            assertThat(status).as(interaction.textOr("description", "")).isEqualTo((int)
                    interaction.object("response").integer(0, "status"));
        }
    }

    @Test
    void whoLogsInTwiceBuildsOnNothing() {
        TestClient.loggedIn(server, "greta");
        TestClient.loggedIn(server, "greta").get(menus());
        JsonArray all = used();
        assertThat(all.values().stream().map(each -> ((JsonObject) each).text("description")))
                .containsExactly("user_auth.login answers 201", "menus.list answers 200");
        assertThat(all.toString()).doesNotContain("\"things\"");
    }

    @Test
    void whatCurlCallsAFormIsBuiltOnAllTheSame() {
        TestClient client = TestClient.loggedIn(server, "greta");
        String id = client.with("Content-Type", "application/x-www-form-urlencoded")
                .put(menus(), JsonObject.of("name", Json.of("Front")))
                .data()
                .textOr("id", "");
        client.get(menus() + "/" + id);
        JsonArray all = used();
        JsonObject last = (JsonObject) all.get(all.size() - 1);
        assertThat(last.object("request", "generators", "path").text("expression"))
                .isEqualTo("/v2/accounts/${ACCOUNT_ID}/menus/${MENUS_1}");
    }

    @Test
    void aConsumerMustBeNamed() {
        assertThat(TestClient.of(server).get("/__admin/requests.pact").status()).isEqualTo(400);
    }
}
