package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Which of several things that are wrong decides the answer (core sheet 1). */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderOfChecksTest {
    private static final String NOBODY = "0123456789abcdef0123456789abcdef";
    private static final JsonObject FORM_A = json("{'message':'invalid credentials'}");

    private final DemoServer demo = new DemoServer();
    private final DemoServer older = new DemoServer(KazooServer.builder().profile("kazoo-5.0"));

    @AfterAll
    void stop() {
        demo.close();
        older.close();
    }

    private static void assertError(TestClient.Response response, int status, String message, JsonObject data) {
        JsonObject body = response.body();
        assertThat(response.status()).isEqualTo(status);
        assertThat(body.text("error")).isEqualTo(Integer.toString(status));
        assertThat(body.text("message")).isEqualTo(message);
        assertThat(body.text("status")).isEqualTo("error");
        assertThat(body.get("data")).isEqualTo(data);
        assertThat(body.has("revision")).isFalse();
    }

    @Test
    void outsideOfTheApiIsAPageOfText() {
        for (String path : new String[] {"/", "/foo", "/api/users", "/v2x/accounts"}) {
            TestClient.Response response = demo.anonymous().send("DELETE", path, "no json");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("content-type")).startsWith("text/plain");
        }
    }

    @Test
    void versionOneIsGoneWhateverTheBodySays() {
        TestClient.Response response = demo.anonymous().send("PUT", "/v1/accounts", "no json");
        assertThat(response.status()).isEqualTo(410);
        assertThat(response.body().text("data"))
                .isEqualTo("API version 1 is not supported. Please upgrade your code to use version 2.");
    }

    @Test
    void otherVersionsAreTheSecond() {
        assertThat(demo.anonymous().get("/v3/schemas").status()).isEqualTo(200);
    }

    @Test
    void aBadBodyComesBeforeAnUnknownPathAndATokenThatIsMissing() {
        TestClient.Response response = demo.anonymous().send("GET", "accounts/" + NOBODY + "/zzz", "{");
        assertError(
                response,
                400,
                "validation error",
                json("{'json':{'invalid':{'message':'decoder_exit around 0','target':'body'}}}"));
        assertThat(response.body().has("auth_token")).isFalse();
    }

    @Nested
    class WithoutAToken {
        @Test
        void anUnknownSubPathIs404() {
            String path = demo.path("grace") + "/users/x/zzz";
            assertError(demo.anonymous().get(path), 404, "not_found", json("{'message':'not found'}"));
        }

        @Test
        void aNounThatIsNotServedIs404() {
            String path = demo.path("grace") + "/queues";
            assertError(demo.anonymous().get(path), 404, "not_found", json("{'message':'not found'}"));
        }

        @Test
        void anotherVerbIs405() {
            TestClient.Response response = demo.anonymous().get("accounts");
            assertError(response, 405, "invalid_method", json("{'message':'method not allowed'}"));
            assertThat(response.header("allow")).isNull();
        }

        @Test
        void anUnknownAccountIs401LikeNoToken() {
            for (String id : new String[] {NOBODY, "x", "%20"}) {
                assertError(demo.anonymous().get("accounts/" + id + "/users"), 401, "invalid credentials", FORM_A);
            }
        }

        @Test
        void anEmptyAccountIs401() {
            assertError(demo.anonymous().get("accounts//users"), 401, "invalid credentials", FORM_A);
        }

        @Test
        void aKnownAccountIs401() {
            assertError(demo.anonymous().get(demo.path("grace") + "/users"), 401, "invalid_credentials", FORM_A);
        }

        @Test
        void anUnknownFirstTokenIs401() {
            assertError(demo.anonymous().get("nothing"), 401, "invalid_credentials", FORM_A);
        }

        @Test
        void theAliasOfOnesOwnAccountIs401() {
            assertError(demo.anonymous().get("account/users"), 401, "invalid credentials", JsonObject.EMPTY);
        }

        @Test
        void noChallengeIsEverSent() {
            assertThat(demo.anonymous().get(demo.path("grace")).header("www-authenticate"))
                    .isNull();
        }
    }

    @Nested
    class WithAToken {
        @Test
        void anUnknownFirstTokenIs404ForOrdinaryAccounts() {
            assertError(demo.as("grace").get("nothing"), 404, "not_found", json("{'message':'not found'}"));
        }

        @Test
        void anUnknownFirstTokenIsBareOrCrashesForTheSuperduperAdmin() {
            TestClient.Response read = demo.as("admin").get("nothing");
            assertThat(read.status()).isEqualTo(404);
            assertThat(read.text()).isEmpty();
            TestClient.Response write = demo.as("admin").put("nothing", JsonObject.EMPTY);
            assertThat(write.status()).isEqualTo(500);
            assertThat(write.body().text("message")).isEqualTo("init failed");
            assertThat(write.body().has("data")).isFalse();
        }

        @Test
        void anUnknownAccountIs401() {
            assertError(demo.as("admin").get("accounts/" + NOBODY), 401, "invalid credentials", FORM_A);
        }

        @Test
        void anAccountAboveOrBesideIsForbidden() {
            for (String other : new String[] {"admin", "nora", "imogen", "agnes"}) {
                assertError(demo.as("grace").get(demo.path(other)), 403, "forbidden", json("{'message':'forbidden'}"));
            }
        }

        @Test
        void aDescendantIsOpen() {
            assertThat(demo.as("grace").get(demo.path("tess")).status()).isEqualTo(200);
            assertThat(demo.as("nora").get(demo.path("tess") + "/users").status())
                    .isEqualTo(200);
        }

        @Test
        void theAliasIsOnesOwnAccount() {
            TestClient.Response response = demo.as("grace").get("account");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.data().text("id")).isEqualTo(demo.accountOf("grace"));
        }

        @Test
        void aPathWithoutAnAccountIsForbidden() {
            assertError(demo.as("grace").get("users"), 403, "forbidden", json("{'message':'forbidden'}"));
        }

        @Test
        void aTrailingSlashNeverMatters() {
            assertThat(demo.as("grace").get(demo.path("grace") + "/users///").status())
                    .isEqualTo(200);
        }

        @Test
        void aBodyThatBreaksTheSchemaComesBeforeAnUnknownId() {
            TestClient grace = demo.as("grace");
            String devices = demo.path("grace") + "/devices/" + NOBODY;
            assertThat(grace.patch(devices, json("{'enabled':true}")).status()).isEqualTo(400);
            assertError(
                    grace.patch(devices, json("{'name':'x'}")),
                    404,
                    "bad_identifier",
                    json("{'cause':'" + NOBODY + "','message':'bad identifier'}"));
            assertThat(grace.post(devices, json("{'enabled':true}")).status()).isEqualTo(404);
            String users = demo.path("grace") + "/users/" + NOBODY;
            assertThat(grace.post(users, JsonObject.EMPTY).status()).isEqualTo(404);
            assertThat(grace.patch(users, JsonObject.EMPTY).status()).isEqualTo(404);
        }

        @Test
        void anEarlierNounThatDoesNotExistIs404() {
            assertError(
                    demo.as("grace").get(demo.path("grace") + "/users/" + NOBODY + "/devices"),
                    404,
                    "bad_identifier",
                    json("{'cause':'" + NOBODY + "','message':'bad identifier'}"));
        }

        @Test
        void aContentTypeThatNobodyTakesIsNoticedLast() {
            TestClient text = demo.as("grace").with("Content-Type", "text/plain");
            String users = demo.path("grace") + "/users";
            assertThat(text.send("PUT", users, "{\"data\":{}}").status()).isEqualTo(400);
            String own = users + "/" + firstUser("grace");
            TestClient.Response response = text.send("PATCH", own, "{\"data\":{}}");
            assertThat(response.status()).isEqualTo(415);
            assertThat(response.text()).isEmpty();
        }

        @Test
        void whatNobodyCanSendIs406() {
            TestClient.Response response =
                    demo.as("grace").with("Accept", "text/html").get(demo.path("grace"));
            assertThat(response.status()).isEqualTo(406);
            assertThat(response.text()).isEmpty();
        }
    }

    private String firstUser(String username) {
        JsonObject row = (JsonObject) demo.as(username)
                .get(demo.path(username) + "/users")
                .body()
                .array("data")
                .get(0);
        return row.textOr("id", "");
    }

    @Nested
    class InKazoo50 {
        @Test
        void anUnknownAccountIs404() {
            assertError(
                    older.anonymous().get("accounts/" + NOBODY),
                    404,
                    "bad_identifier",
                    json("{'cause':'" + NOBODY + "','message':'bad identifier'}"));
            assertError(
                    older.anonymous().get("accounts/x"),
                    404,
                    "bad identifier",
                    JsonObject.of("message", Json.of("invalid account_id 'x'")));
            assertError(
                    older.anonymous().get("accounts//users"),
                    404,
                    "bad identifier",
                    json("{'message':'missing account_id'}"));
        }

        @Test
        void earlyErrorsHaveNoContentType() {
            assertThat(older.anonymous().get("accounts").header("content-type")).isNull();
            assertThat(demo.anonymous().get("accounts").header("content-type")).isEqualTo("application/json");
        }

        @Test
        void usersAreValidatedBeforeTheyAreLookedUp() {
            String users = older.path("grace") + "/users/" + NOBODY;
            assertThat(older.as("grace").post(users, JsonObject.EMPTY).status()).isEqualTo(400);
        }
    }
}
