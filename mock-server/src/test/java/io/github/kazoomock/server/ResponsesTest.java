package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Envelope, headers, cross-origin rules and preconditions of answers (core sheet 5 and 6, delta sheet 2.1). */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResponsesTest {
    private final DemoServer demo = new DemoServer();
    private final DemoServer older = new DemoServer(KazooServer.builder().profile("kazoo-5.0"));

    @BeforeEach
    void reset() {
        demo.reset();
    }

    @AfterAll
    void stop() {
        demo.close();
        older.close();
    }

    @Nested
    class Envelopes {
        @Test
        void aDocumentHasEverythingBesideIt() {
            TestClient.Response response = demo.as("grace").get(demo.path("grace"));
            JsonObject body = response.body();
            assertThat(body.keys())
                    .containsExactlyInAnyOrder(
                            "data",
                            "metadata",
                            "revision",
                            "status",
                            "auth_token",
                            "request_id",
                            "node",
                            "timestamp",
                            "version",
                            "tokens");
            assertThat(body.text("timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            assertThat(body.text("node")).matches("[A-Za-z0-9_-]{22}");
            assertThat(body.text("version")).isEqualTo("5.0.0");
            assertThat(body.get("tokens")).isEqualTo(json("{'consumed':0,'remaining':0}"));
            assertThat(body.text("request_id"))
                    .isEqualTo(response.header("x-request-id"))
                    .matches("[0-9a-f]{32}");
        }

        @Test
        void anAnonymousErrorHasNoVersionAndWasCharged() {
            JsonObject body = demo.anonymous().get(demo.path("grace")).body();
            assertThat(body.has("version")).isFalse();
            assertThat(body.has("auth_token")).isFalse();
            assertThat(body.get("metadata")).isEqualTo(JsonObject.EMPTY);
            assertThat(body.get("tokens")).isEqualTo(json("{'consumed':1,'remaining':99}"));
        }

        @Test
        void aBadTokenIsEchoed() {
            JsonObject body = demo.anonymous()
                    .with("X-Auth-Token", "undefined")
                    .get(demo.path("grace"))
                    .body();
            assertThat(body.text("auth_token")).isEqualTo("undefined");
        }

        @Test
        void aRequestIdThatWasSentComesBack() {
            TestClient.Response response =
                    demo.as("grace").with("X-Request-ID", "mine").get(demo.path("grace"));
            assertThat(response.header("x-request-id")).isEqualTo("mine");
            assertThat(response.body().text("request_id")).isEqualTo("mine");
        }

        @Test
        void kazoo50HasNoMetadataAndMarksDeletionInTheData() {
            TestClient grace = older.as("grace");
            String devices = older.path("grace") + "/devices";
            TestClient.Response created = grace.put(devices, json("{'name':'x'}"));
            assertThat(created.body().has("metadata")).isFalse();
            assertThat(created.body().get("tokens")).isEqualTo(json("{'consumed':1,'remaining':100}"));
            JsonObject deleted =
                    grace.delete(devices + "/" + created.data().text("id")).data();
            assertThat(deleted.get("_read_only")).isEqualTo(json("{'deleted':true}"));
        }

        @Test
        void prettyPrintAndPaddingDressTheBody() {
            TestClient grace = demo.as("grace");
            assertThat(grace.get(demo.path("grace") + "?pretty_print=true").text())
                    .startsWith("{\n  \"data\": {\n    \"");
            assertThat(grace.with("X-Pretty-Print", "true")
                            .get(demo.path("grace"))
                            .text())
                    .startsWith("{\n  ");
            TestClient.Response padded = grace.get(demo.path("grace") + "?jsonp=cb");
            assertThat(padded.text()).startsWith("cb({").endsWith("});");
            assertThat(padded.header("content-type")).isEqualTo("application/json");
            assertThat(demo.anonymous().get(demo.path("grace") + "?jsonp=cb").header("content-type"))
                    .isEqualTo("application/javascript");
        }
    }

    @Nested
    class Headers {
        @Test
        void theContentTypeIsExactlyJson() {
            assertThat(demo.as("grace").get(demo.path("grace")).http().headers().allValues("content-type"))
                    .containsExactly("application/json");
            assertThat(demo.anonymous().get(demo.path("grace")).http().headers().allValues("content-type"))
                    .containsExactly("application/json");
        }

        @Test
        void aReadDocumentHasItsTagAndIsNotToBeCached() {
            TestClient.Response response = demo.as("grace").get(demo.path("grace"));
            assertThat(response.header("etag")).isEqualTo("\"" + response.body().text("revision") + "\"");
            assertThat(response.header("expires")).isEqualTo("Fri, 01 Jan 1999 00:00:00 GMT");
            assertThat(response.header("server")).isEqualTo("Cowboy");
            assertThat(response.header("vary")).isEqualTo("accept-language, accept");
            assertThat(response.header("content-language")).isEqualTo("en");
            assertThat(response.header("cache-control")).isNull();
        }

        @Test
        void theLanguageFollowsTheClient() {
            assertThat(demo.as("grace")
                            .with("Accept-Language", "de-AT, en;q=0.5")
                            .get(demo.path("grace"))
                            .header("content-language"))
                    .isEqualTo("de-at");
        }

        @Test
        void theDateIsTheMocksOwn() {
            try (DemoServer frozen =
                    new DemoServer(KazooServer.builder().clock(java.time.Instant.parse("2020-02-03T04:05:06Z")))) {
                TestClient.Response response = frozen.anonymous().get("/v2/accounts");
                assertThat(response.header("date")).startsWith("Mon, 03 Feb 2020 04:05:");
                assertThat(response.body().text("timestamp")).startsWith("2020-02-03T04:05:");
            }
        }

        @Test
        void largeAnswersAreCompressedForThoseWhoTakeIt() {
            TestClient.Response response =
                    demo.as("grace").with("Accept-Encoding", "gzip").get(demo.path("grace"));
            assertThat(response.header("content-encoding")).isEqualTo("gzip");
            assertThat(demo.as("grace").get(demo.path("grace")).header("content-encoding"))
                    .isNull();
        }
    }

    @Nested
    class CrossOrigin {
        @Test
        void aPreflightNeedsNoTokenAndNoBody() {
            for (String path :
                    new String[] {demo.path("grace") + "/users/x", "accounts/nonsense", "user_auth", "whitelabel/a"}) {
                TestClient.Response response = demo.anonymous()
                        .with("Access-Control-Request-Method", "PATCH")
                        .with("Access-Control-Request-Headers", "content-type,x-auth-token")
                        .send("OPTIONS", path, null);
                assertThat(response.status()).as(path).isEqualTo(200);
                assertThat(response.text()).isEmpty();
                assertThat(response.header("access-control-allow-origin")).isEqualTo("*");
                assertThat(response.header("access-control-allow-methods")).contains("PATCH", "OPTIONS");
                assertThat(response.header("access-control-allow-headers")).contains("x-auth-token", "content-type");
                assertThat(response.header("access-control-max-age")).isEqualTo("86400");
                assertThat(response.header("access-control-allow-credentials")).isNull();
            }
        }

        @Test
        void optionsWithoutItIsNotAllowed() {
            assertThat(demo.anonymous().send("OPTIONS", "accounts", null).status())
                    .isEqualTo(405);
            assertThat(demo.anonymous().send("HEAD", "accounts", null).status()).isEqualTo(405);
        }

        @Test
        void anErrorAlwaysHasTheHeadersAndASuccessOnlyForBrowsers() {
            assertThat(demo.anonymous().get("accounts").header("access-control-allow-origin"))
                    .isEqualTo("*");
            assertThat(demo.as("grace").get(demo.path("grace")).header("access-control-allow-origin"))
                    .isNull();
            TestClient.Response browser =
                    demo.as("grace").with("Origin", "http://127.0.0.1:3000").get(demo.path("grace"));
            assertThat(browser.header("access-control-allow-origin")).isEqualTo("*");
            assertThat(browser.header("access-control-expose-headers"))
                    .isEqualTo("content-type, x-auth-token, x-request-id, x-kazoo-cluster-id, location, etag");
        }

        @Test
        void kazoo50ListsOtherHeaders() {
            TestClient.Response response = older.anonymous().get("accounts");
            assertThat(response.header("access-control-expose-headers")).endsWith("etag, etag");
            assertThat(response.header("access-control-allow-headers")).endsWith("if-match");
            assertThat(demo.anonymous().get("accounts").header("access-control-allow-headers"))
                    .endsWith("if-match, authorization");
        }
    }

    @Nested
    class Preconditions {
        private final TestClient grace = demo.as("grace");
        private final String devices = demo.path("grace") + "/devices";

        private String made() {
            return devices + "/"
                    + grace.put(devices, json("{'name':'x'}")).data().text("id");
        }

        @Test
        void aChangeOfTheRevisionThatWasReadIsTaken() {
            String one = made();
            String tag = grace.get(one).tag();
            TestClient.Response first = grace.with("If-Match", tag).patch(one, json("{'name':'y'}"));
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.body().text("revision")).startsWith("2-");
            TestClient.Response second = grace.with("If-Match", tag).patch(one, json("{'name':'z'}"));
            assertThat(second.status()).isEqualTo(412);
            assertThat(second.text()).isEmpty();
            assertThat(grace.get(one).data().text("name")).isEqualTo("y");
            assertThat(grace.with("If-Match", "*").delete(one).status()).isEqualTo(200);
        }

        @Test
        void aCreateMatchesNothing() {
            assertThat(grace.with("If-Match", "*")
                            .put(devices, json("{'name':'x'}"))
                            .status())
                    .isEqualTo(412);
            assertThat(grace.get(devices + "?filter_name=x")
                            .body()
                            .array("data")
                            .size())
                    .isZero();
        }

        @Test
        void whatIsUnchangedIsNotSentAgain() {
            String one = made();
            TestClient.Response response =
                    grace.with("If-None-Match", grace.get(one).tag()).get(one);
            assertThat(response.status()).isEqualTo(304);
            assertThat(response.text()).isEmpty();
            assertThat(response.header("etag")).isEqualTo(grace.get(one).header("etag"));
            assertThat(response.header("content-type")).isNull();
        }

        @Test
        void aListHasAWeakTagThatStaysWhileItsRowsStay() {
            String tag = grace.get(devices).tag();
            assertThat(tag).matches("W/\"[0-9a-f]{32}\"");
            assertThat(grace.with("If-None-Match", tag).get(devices).status()).isEqualTo(304);
            made();
            assertThat(grace.with("If-None-Match", tag).get(devices).status()).isEqualTo(200);
            assertThat(grace.with("If-Match", grace.get(devices).tag())
                            .get(devices)
                            .status())
                    .isEqualTo(412);
        }

        @Test
        void aTagWithoutQuotesIsABadRequest() {
            TestClient.Response response = grace.with("If-Match", "1-abc").get(made());
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.text()).isEmpty();
        }

        @Test
        void listTagsOfKazoo50NeverMatch() {
            TestClient old = older.as("grace");
            String list = older.path("grace") + "/users";
            String tag = old.get(list).tag();
            assertThat(tag)
                    .matches("\"[0-9a-f]{32}\"")
                    .isNotEqualTo(old.get(list).header("etag"));
            String empty = list + "?filter_first_name=nobody";
            assertThat(old.get(empty).header("etag")).isNull();
            assertThat(old.with("If-None-Match", "\"x\"").get(empty).status()).isEqualTo(412);
        }
    }
}
