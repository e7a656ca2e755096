package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes while time does. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeTest {
    private static final String START = "2026-05-16T10:20:30Z";

    private final DemoServer demo = new DemoServer(KazooServer.builder().clock(Instant.parse(START)));

    @AfterAll
    void stop() {
        demo.close();
    }

    private Response admin(String method, String what, String body) {
        return demo.anonymous().send(method, "/__admin/" + what, body.isEmpty() ? null : body.replace('\'', '"'));
    }

    /** A sandbox whose clock stands still. */
    private TestClient sandbox(String name) {
        admin("POST", "sandboxes", "{'name':'" + name + "','clock':'" + START + "'}");
        admin("POST", "sandboxes/" + name + "/clock", "{'set':'" + START + "','frozen':true}");
        return TestClient.at(demo.server().apiRoot().replace("/v2/", "/sandboxes/" + name + "/v2/"));
    }

    @Nested
    class Whatever_falls_due {
        @Test
        void isTheSameInOneLeapAndDayByDay() {
            TestClient leap = sandbox("leap");
            TestClient walk = sandbox("walk");
            TestClient leaping = begun(leap);
            TestClient walking = begun(walk);
            admin("POST", "sandboxes/leap/clock", "{'advance':'P40D'}");
            for (int day = 1; day <= 40; day++) {
                admin("POST", "sandboxes/walk/clock", "{'advance':'P1D'}");
                assertThat(walking.get(demo.path("grace")).status()).isEqualTo(401);
                everything(walk.login(demo.login("grace")), day % 10 == 0 ? "" : "services");
            }
            assertThat(leaping.get(demo.path("grace")).status())
                    .as("its token ran out on the first day")
                    .isEqualTo(401);
            Map<String, Json> afterLeap = everything(leap.login(demo.login("grace")), "");
            assertThat(afterLeap).hasSizeGreaterThan(40);
            assertThat(everything(walk.login(demo.login("grace")), "")).isEqualTo(afterLeap);
            admin("DELETE", "sandboxes/leap", "");
            admin("DELETE", "sandboxes/walk", "");
        }

        /** With something new in the account, some of it on another day. */
        private TestClient begun(TestClient in) {
            TestClient grace = in.login(demo.login("grace"));
            assertThat(grace.put(demo.path("grace") + "/devices", json("{'name':'Day one'}"))
                            .status())
                    .isEqualTo(201);
            assertThat(in.login(demo.login("admin"))
                            .put(
                                    demo.path("grace") + "/ledgers/credit",
                                    json("{'amount':5,'source':{'service':'s','id':'1'},"
                                            + "'usage':{'type':'t','quantity':1,'unit':'u'}}"))
                            .status())
                    .isLessThan(500);
            return grace;
        }

        /** The data of all that can be read of the account, by operation. */
        private Map<String, Json> everything(TestClient grace, String noun) {
            Map<String, Json> all = new TreeMap<>();
            for (Operation operation : demo.server().operations().operations()) {
                String path = operation.templates().get(0).replace("{ACCOUNT_ID}", demo.accountOf("grace"));
                boolean wanted = operation.id().startsWith(noun) && operation.verb() == Verb.GET;
                if (wanted && !path.contains("{") && operation.shape() != Operation.Shape.BINARY) {
                    Response answer = grace.get(path.substring(1));
                    Json data = answer.status() == 200 ? answer.body().get("data") : null;
                    all.put(operation.id(), data == null ? Json.of(answer.status()) : data);
                }
            }
            return all;
        }

        @Test
        void tokensEndWithTheirHour() {
            TestClient grace = sandbox("hour").login(demo.login("grace"));
            admin("POST", "sandboxes/hour/clock", "{'advance':'PT59M59S'}");
            assertThat(grace.get(demo.path("grace")).status()).isEqualTo(200);
            admin("POST", "sandboxes/hour/clock", "{'advance':'PT2S'}");
            assertThat(grace.get(demo.path("grace")).status()).isEqualTo(401);
            admin("POST", "sandboxes/hour/clock", "{'set':'" + START + "'}");
            assertThat(grace.get(demo.path("grace")).status())
                    .as("time can be set back")
                    .isEqualTo(200);
            admin("DELETE", "sandboxes/hour", "");
        }
    }

    @Nested
    class The_speed {
        @Test
        void isShownAndChangedWithoutALeap() {
            admin("POST", "clock", "{'set':'" + START + "','frozen':true}");
            JsonObject clock = admin("POST", "clock", "{'speed':60}").body();
            assertThat(clock)
                    .isEqualTo(json("{'now':'" + START + "','gregorian':63946146030,'frozen':true,'speed':60}"));
            assertThat(admin("POST", "clock", "{'speed':0.5}").body().text("now"))
                    .isEqualTo(START);
            assertThat(admin("GET", "clock", "").body().get("speed")).isEqualTo(Json.of(0.5));
            admin("POST", "clock", "{'speed':1}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'speed':0}|speed: use more than 0, at most 1000000; {\"frozen\": true} stops the clock",
                    "{'speed':-1,'frozen':true}|speed: use more than 0",
                    "{'speed':1e9}|speed: use more than 0",
                    "{'speed':'fast'}|speed: \"fast\" is no number",
                    "{'advance':'P9999999D'}|the clock shows the years 1970 to 9999",
                    "{'advance':-99999999999}|the clock shows the years 1970 to 9999",
                    "{'set':'+10000-01-01T00:00:00Z'}|the clock shows the years 1970 to 9999",
                    "{'set':0}|the clock shows the years 1970 to 9999",
                })
        void andTimesThatMakeNoSenseAreRefused(String body, String why) {
            JsonObject before = admin("POST", "clock", "{'set':'" + START + "','frozen':true}")
                    .body();
            Response refused = admin("POST", "clock", body);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().text("message")).startsWith(why);
            assertThat(admin("GET", "clock", "").body()).isEqualTo(before);
        }
    }

    @Test
    void everyTimestampFollows() {
        admin("POST", "clock", "{'frozen':true,'set':'" + START + "'}");
        TestClient grace = demo.as("grace");
        admin("POST", "clock", "{'advance':" + Duration.ofMinutes(30).toSeconds() + "}");
        Response made = grace.put(demo.path("grace") + "/devices", json("{'name':'x'}"));
        assertThat(made.header("date")).isEqualTo("Sat, 16 May 2026 10:50:30 GMT");
        assertThat(made.body().text("timestamp")).isEqualTo("2026-05-16T10:50:30Z");
        assertThat(made.body().object("metadata").integer(0, "modified")).isEqualTo(63_946_147_830L);
    }
}
