package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Token buckets (core sheet 7.6, decisions H11 and H12). */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RateLimitTest {
    private static JsonObject freeze() {
        return json("{'frozen':true}");
    }

    private static TestClient.Response wrongLogin(DemoServer demo) {
        return demo.anonymous().put("user_auth", json("{'credentials':'00','account_name':'x'}"));
    }

    @Test
    void withoutTheOptionEveryChargeIsShownAsFromAFullBucket() {
        try (DemoServer demo = new DemoServer()) {
            for (int i = 0; i < 5; i++) {
                assertThat(wrongLogin(demo).body().get("tokens")).isEqualTo(json("{'consumed':36,'remaining':64}"));
            }
        }
    }

    @Test
    void withItTheThirdLoginInASecondIsTooMany() {
        try (DemoServer demo = new DemoServer(KazooServer.builder().options("rate-limits"))) {
            demo.anonymous().send("POST", "/__admin/clock", freeze().toString());
            assertThat(wrongLogin(demo).body().get("tokens")).isEqualTo(json("{'consumed':36,'remaining':64}"));
            assertThat(wrongLogin(demo).body().get("tokens")).isEqualTo(json("{'consumed':36,'remaining':28}"));
            TestClient.Response third = wrongLogin(demo);
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.body().text("message")).isEqualTo("too_many_requests");
            assertThat(third.data()).isEqualTo(json("{'message':'too many requests'}"));
            assertThat(third.header("retry-after")).isNull();
        }
    }

    @Test
    void tenTokensComeBackEachSecond() {
        try (DemoServer demo = new DemoServer(KazooServer.builder().options("rate-limits"))) {
            demo.anonymous().send("POST", "/__admin/clock", freeze().toString());
            wrongLogin(demo);
            wrongLogin(demo);
            demo.anonymous().send("POST", "/__admin/clock", "{\"advance\":1}");
            assertThat(wrongLogin(demo).body().get("tokens")).isEqualTo(json("{'consumed':36,'remaining':2}"));
        }
    }

    @Test
    void aGoodTokenIsNeverCharged() {
        try (DemoServer demo = new DemoServer(KazooServer.builder().options("rate-limits"))) {
            TestClient grace = demo.as("grace");
            for (int i = 0; i < 150; i++) {
                assertThat(grace.get(demo.path("grace")).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void accountsHaveBucketsOfTheirOwn() {
        try (DemoServer demo = new DemoServer(KazooServer.builder().options("rate-limits"))) {
            demo.anonymous().send("POST", "/__admin/clock", freeze().toString());
            for (int i = 0; i < 100; i++) {
                assertThat(demo.anonymous().get(demo.path("grace")).status()).isEqualTo(401);
            }
            assertThat(demo.anonymous().get(demo.path("grace")).status()).isEqualTo(429);
            assertThat(demo.anonymous().get(demo.path("nora")).status()).isEqualTo(401);
        }
    }

    @Test
    void kazoo50ShowsNominalNumbersAndALoginCostsTwo() {
        try (DemoServer demo = new DemoServer(KazooServer.builder().profile("kazoo-5.0"))) {
            assertThat(wrongLogin(demo).body().get("tokens")).isEqualTo(json("{'consumed':1,'remaining':98}"));
        }
    }
}
