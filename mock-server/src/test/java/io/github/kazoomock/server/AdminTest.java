package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mock's own API. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminTest {
    private final DemoServer demo = new DemoServer(KazooServer.builder().clock(Instant.parse("2026-05-16T10:20:30Z")));

    @BeforeEach
    void reset() {
        demo.reset();
        admin("POST", "clock", "{'set':'2026-05-16T10:20:30Z','frozen':true}");
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private TestClient.Response admin(String method, String what, String body) {
        return demo.anonymous().send(method, "/__admin/" + what, body.isEmpty() ? null : body.replace('\'', '"'));
    }

    @Test
    void itIsThereReadyAndSaysWhatItIs() {
        assertThat(admin("GET", "health", "").body()).isEqualTo(json("{'status':'ok'}"));
        assertThat(admin("GET", "ready", "").body().text("fixture")).isEqualTo("demo");
        JsonObject version = admin("GET", "version", "").body();
        assertThat(version.text("name")).isEqualTo("kazoo-mock");
        assertThat(version.text("profile")).isEqualTo("kazoo-5");
    }

    @Test
    void resetIsBackAtTheFixtureItself() {
        World fixture = demo.server().world();
        TestClient grace = demo.as("grace");
        String devices = demo.path("grace") + "/devices";
        TestClient.Response made = grace.put(devices, json("{'name':'x'}"));
        assertThat(demo.server().world()).isNotSameAs(fixture);
        assertThat(admin("POST", "reset", "").status()).isEqualTo(200);
        assertThat(demo.server().world()).isSameAs(fixture);
        assertThat(grace.get(devices + "/" + made.data().text("id")).status()).isEqualTo(404);
        assertThat(grace.put(devices, json("{'name':'x'}")).data().text("id"))
                .as("the sequence of ids begins anew")
                .isEqualTo(made.data().text("id"));
    }

    @Test
    void sameSeedAndSameRequestsMakeTheSameBytes() {
        try (DemoServer other = new DemoServer(KazooServer.builder().clock(Instant.parse("2026-05-16T10:20:30Z")))) {
            other.anonymous().send("POST", "/__admin/clock", "{\"set\":\"2026-05-16T10:20:30Z\",\"frozen\":true}");
            for (DemoServer one : new DemoServer[] {demo, other}) {
                one.reset();
            }
            assertThat(story(demo)).isEqualTo(story(other));
        }
    }

    private static String story(DemoServer one) {
        TestClient grace = one.as("grace");
        return grace.put(one.path("grace") + "/devices", json("{'name':'x'}")).text()
                + grace.get(one.path("grace")).text();
    }

    @Nested
    class TheClock {
        @Test
        void tellsItsTime() {
            assertThat(admin("GET", "clock", "").body())
                    .isEqualTo(json("{'now':'2026-05-16T10:20:30Z','gregorian':63946146030,'frozen':true,'speed':1}"));
        }

        @Test
        void isSetAdvancedAndFrozen() {
            assertThat(admin("POST", "clock", "{'advance':'PT1H'}").body().text("now"))
                    .isEqualTo("2026-05-16T11:20:30Z");
            assertThat(admin("POST", "clock", "{'advance':-60}").body().text("now"))
                    .isEqualTo("2026-05-16T11:19:30Z");
            assertThat(admin("POST", "clock", "{'set':63946146030}").body().text("now"))
                    .isEqualTo("2026-05-16T10:20:30Z");
            assertThat(admin("POST", "clock", "{'frozen':false}").body().isTrue("frozen"))
                    .isFalse();
        }

        @Test
        void isWhatDocumentsAndAnswersShow() {
            admin("POST", "clock", "{'set':'2027-01-01T00:00:00Z'}");
            TestClient.Response made = demo.as("grace").put(demo.path("grace") + "/devices", json("{'name':'x'}"));
            assertThat(made.body().object("metadata").integer(0, "created")).isEqualTo(63_965_980_800L);
            assertThat(made.body().text("timestamp")).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(made.header("date")).isEqualTo("Fri, 01 Jan 2027 00:00:00 GMT");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{}|use {",
                    "{'sett':1}|use {",
                    "{'set':'tomorrow'}|set: \"tomorrow\" is neither an instant nor Gregorian seconds",
                    "{'advance':'x','frozen':false}|advance: \"x\" is neither a duration nor seconds",
                    "{'frozen':1}|frozen must be true or false",
                    "{|line 1, column",
                    "[]|the body must be a JSON object",
                })
        void refusesNonsenseAndStaysAsItIs(String body, String why) {
            TestClient.Response response = admin("POST", "clock", body);
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body().text("message")).startsWith(why);
            assertThat(admin("GET", "clock", "").body().text("now")).isEqualTo("2026-05-16T10:20:30Z");
            assertThat(admin("GET", "clock", "").body().isTrue("frozen")).isTrue();
        }
    }

    @Nested
    class Visitors {
        @Test
        void fromAPageElsewhereAreRefused() {
            TestClient.Response response =
                    demo.anonymous().with("Origin", "http://example.org").send("POST", "/__admin/reset", null);
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.body().text("message")).isEqualTo("the Origin http://example.org is not this machine");
        }

        @Test
        void fromAPageOfThisMachineMayCome() {
            assertThat(demo.anonymous()
                            .with("Origin", "http://localhost:3000")
                            .send("POST", "/__admin/reset", null)
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void underAForeignNameAreRefused() throws java.io.IOException {
            try (RawConnection raw = new RawConnection(demo.server().port())) {
                byte[] request = "POST /__admin/reset HTTP/1.1\r\nHost: evil.example:80\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                assertThat(raw.send(request).status()).isEqualTo(403);
            }
        }
    }

    @Test
    void whatIsUnknownIsSaidWithWhatIsKnown() {
        TestClient.Response response = admin("GET", "restart", "");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body().text("message"))
                .startsWith("GET /__admin/restart is nothing the mock knows; it knows GET health");
        assertThat(admin("GET", "reset", "").status()).isEqualTo(405);
    }
}
