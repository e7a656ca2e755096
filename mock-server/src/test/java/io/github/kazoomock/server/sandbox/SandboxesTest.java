package io.github.kazoomock.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worlds of one's own, by name. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxesTest {
    private static final Instant START = Instant.parse("2026-05-16T10:20:30Z");

    private final KazooServer server =
            KazooServer.builder().port(0).clock(START).start();
    private final TestClient client = TestClient.of(server);
    private final Login grace = server.logins().stream()
            .filter(login -> login.username().equals("grace"))
            .findFirst()
            .orElseThrow();

    @BeforeEach
    void clear() {
        admin("GET", "sandboxes", "").body().array("sandboxes").values().stream()
                .map(sandbox -> ((JsonObject) sandbox).textOr("name", ""))
                .filter(name -> !name.equals("default"))
                .forEach(name -> admin("DELETE", "sandboxes/" + name, ""));
        server.reset();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Nested
    class ASandbox {
        @Test
        void isAWorldOfItsOwnUnderItsApiRoot() {
            Response made = admin("POST", "sandboxes", "{'name':'one'}");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.body().text("api_root")).isEqualTo(server.apiRoot().replace("/v2/", "/sandboxes/one/v2/"));
            assertThat(made.body().text("admin_root")).isEqualTo(server.adminRoot() + "sandboxes/one/");
            TestClient one = in("one").login(grace);
            Response device = one.put(devices(), json("{'name':'Only here'}"));
            assertThat(device.status()).isEqualTo(201);
            assertThat(device.header("location"))
                    .isEqualTo("/sandboxes/one/v2/" + devices() + "/"
                            + device.data().text("id"));
            assertThat(names(one)).contains("Only here");
            assertThat(names(client.login(grace))).doesNotContain("Only here");
        }

        @Test
        void isListedFetchedResetAndDeleted() {
            admin("POST", "sandboxes", "{'name':'one'}");
            assertThat(admin("GET", "sandboxes", "").body().array("sandboxes").size())
                    .isEqualTo(2);
            assertThat(admin("GET", "sandboxes/one", "").body().text("name")).isEqualTo("one");
            TestClient one = in("one").login(grace);
            one.put(devices(), json("{'name':'Gone soon'}"));
            assertThat(admin("POST", "sandboxes/one/reset", "").status()).isEqualTo(200);
            assertThat(names(in("one").login(grace))).doesNotContain("Gone soon");
            assertThat(admin("DELETE", "sandboxes/one", "").status()).isEqualTo(200);
            Response gone = in("one").get("about");
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.body().text("message"))
                    .contains("there is no sandbox 'one'")
                    .contains("POST");
        }

        @Test
        void hasProfileSeedAndClockOfItsOwn() {
            admin("POST", "sandboxes", "{'name':'old','profile':'kazoo-5.0','seed':7,'clock':'2030-01-01T00:00:00Z'}");
            Response made = in("old").login(grace).put(devices(), json("{'name':'x'}"));
            assertThat(made.body().text("timestamp")).startsWith("2030-01-01T00:00:0");
            assertThat(made.body().has("metadata")).isFalse();
            Response usual = client.login(grace).put(devices(), json("{'name':'x'}"));
            assertThat(made.data().text("id")).isNotEqualTo(usual.data().text("id"));
            assertThat(usual.body().text("timestamp")).startsWith("2026-05-16");
        }

        @Test
        void mayDifferFromItsProfileInSomeDecisions() {
            admin("POST", "sandboxes", "{'name':'bent','decisions':{'ENVELOPE_HAS_METADATA':false}}");
            Response made = in("bent").login(grace).put(devices(), json("{'name':'x'}"));
            assertThat(made.body().has("metadata")).isFalse();
            assertThat(in("bent").login(grace).get(devices()).tag())
                    .as("a decision that was left as it is")
                    .startsWith("W/");
        }

        @Test
        void withoutANameGetsOne() {
            Response made = admin("POST", "sandboxes", "");
            assertThat(made.body().text("name")).startsWith("sandbox-");
            assertThat(in(made.body().textOr("name", ""))
                            .login(grace)
                            .get("accounts/" + grace.accountId())
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void isOverWhenItsTimeIs() throws InterruptedException {
            admin("POST", "sandboxes", "{'name':'brief','ttl':1}");
            assertThat(admin("GET", "sandboxes/brief", "").status()).isEqualTo(200);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (admin("GET", "sandboxes/brief", "").status() == 200 && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThat(admin("GET", "sandboxes/brief", "").status()).isEqualTo(404);
        }

        @Test
        void startsWhereAnotherOneOrASnapshotIs() {
            TestClient main = client.login(grace);
            main.put(devices(), json("{'name':'First'}"));
            admin("POST", "snapshots", "{'name':'kept'}");
            main.put(devices(), json("{'name':'Second'}"));
            admin("POST", "sandboxes", "{'name':'now','sandbox':'default'}");
            admin("POST", "sandboxes", "{'name':'then','snapshot':'kept'}");
            admin("POST", "sandboxes", "{'name':'empty','fixture':'empty'}");
            assertThat(names(in("now").login(grace))).contains("First", "Second");
            assertThat(names(in("then").login(grace))).contains("First").doesNotContain("Second");
            assertThat(in("empty").get("accounts/" + grace.accountId()).status())
                    .isEqualTo(401);
        }

        @Test
        void takesTokensOfTheOneItWasForkedFrom() {
            TestClient main = client.login(grace);
            admin("POST", "sandboxes", "{'name':'fork','sandbox':'default'}");
            TestClient fork = TestClient.at(root("fork")).with("X-Auth-Token", String.valueOf(main.token()));
            assertThat(fork.get("accounts/" + grace.accountId()).status()).isEqualTo(200);
        }
    }

    @Nested
    class ASnapshot {
        @Test
        void isTakenListedRestoredAndForgotten() {
            TestClient main = client.login(grace);
            Response taken = admin("POST", "snapshots", "{'name':'clean'}");
            assertThat(taken.status()).isEqualTo(201);
            main.put(devices(), json("{'name':'Dirt'}"));
            assertThat(names(main)).contains("Dirt");
            assertThat(admin("GET", "snapshots", "").body().array("snapshots").size())
                    .isEqualTo(1);
            assertThat(admin("POST", "snapshots/clean/restore", "").status()).isEqualTo(200);
            assertThat(names(main)).doesNotContain("Dirt");
            assertThat(admin("DELETE", "snapshots/clean", "").status()).isEqualTo(200);
            assertThat(admin("POST", "snapshots/clean/restore", "").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'nme':'x'}|400|the body knows no nme; it knows name, fixture",
                "{'name':'a/b'}|400|name: use up to 64 letters",
                "{'name':1}|400|name: 1 is no text",
                "{'name':'default'}|409|there is a sandbox default already",
                "{'profile':'kazoo-4'}|400|profile: use kazoo-5 or kazoo-5.0",
                "{'decisions':{'LISTS_SING':true}}|400|decisions: there is no 'LISTS_SING'; the names are those of"
                        + " io.github.kazoomock.server.sandbox.Decision",
                "{'decisions':{'ROWS_HAVE_FEATURES':0}}|400|decisions.ROWS_HAVE_FEATURES: use true or false",
                "{'options':['x']}|400|options: there is no 'x'",
                "{'seed':1.5}|400|seed: 1.5 is no whole number",
                "{'clock':'noon'}|400|clock: \"noon\" is neither an instant",
                "{'ttl':-1}|400|ttl: use seconds, more than 0",
                "{'legacy':'on'}|400|legacy: use true or false",
                "{'fixture':'nowhere'}|400|fixture:",
                "{'fixture':'demo','sandbox':'default'}|400|not several",
                "{'sandbox':'ghost'}|404|there is no sandbox 'ghost'",
                "{'snapshot':'ghost'}|404|has no snapshot 'ghost'",
            })
    void aRequestThatMakesNoSenseSaysWhatWould(String body, int status, String message) {
        int before = admin("GET", "sandboxes", "").body().array("sandboxes").size();
        Response refused = admin("POST", "sandboxes", body);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.body().text("message")).contains(message);
        assertThat(admin("GET", "sandboxes", "").body().array("sandboxes").size())
                .isEqualTo(before);
    }

    private Response admin(String method, String path, String body) {
        return client.send(method, "/__admin/" + path, body.isEmpty() ? null : body.replace('\'', '"'));
    }

    private TestClient in(String sandbox) {
        return TestClient.at(root(sandbox));
    }

    private String root(String sandbox) {
        return server.apiRoot().replace("/v2/", "/sandboxes/" + sandbox + "/v2/");
    }

    private String devices() {
        return "accounts/" + grace.accountId() + "/devices";
    }

    private List<String> names(TestClient user) {
        return user.get(devices() + "?paginate=false").body().array("data").values().stream()
                .map(row -> ((JsonObject) row).textOr("name", ""))
                .toList();
    }

    private static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }
}
