package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.claims;
import static io.github.kazoomock.server.AuthServer.forged;
import static io.github.kazoomock.server.AuthServer.json;
import static io.github.kazoomock.server.AuthServer.md5;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.AuthServer;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.world.Gregorian;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is in a token, how long it is good for and where it may stand (auth sheet 1 to 4, decisions A6, A22, H4). */
@Timeout(60)
class TokenTest {
    private AuthServer kazoo;

    TokenTest(@TempDir Path folder) {
        kazoo = AuthServer.start(folder);
    }

    @AfterEach
    void stop() {
        kazoo.close();
    }

    /** Another mock in place of the default one. */
    private void restart(Path folder, String profile, String authConfig) {
        kazoo.close();
        kazoo = AuthServer.start(folder, KazooServer.builder().profile(profile), authConfig);
    }

    private TestClient with(String token) {
        return kazoo.anonymous().with("X-Auth-Token", token);
    }

    @Nested
    class Contents {
        @Test
        void theHeaderNamesAlgorithmAndKey() {
            String header = kazoo.token("ann").split("\\.", -1)[0];

            assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                    .matches("\\{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"[0-9a-f]{32}\"}");
        }

        @Test
        void claimsStandInKazoosOrder() {
            JsonObject claims = claims(kazoo.token("ann"));

            assertThat(claims.keys()).containsExactly("iss", "identity_sig", "account_id", "owner_id", "method", "exp");
            assertThat(claims.text("iss")).isEqualTo("kazoo");
            assertThat(claims.text("identity_sig")).matches("[\\w-]{43}");
            assertThat(claims.text("account_id")).isEqualTo(kazoo.account("ann"));
            assertThat(claims.text("owner_id")).isEqualTo(kazoo.user("ann"));
            assertThat(claims.text("method")).isEqualTo("cb_user_auth");
        }

        @Test
        void theEndIsAnHourAwayInUnixSeconds() {
            kazoo.anonymous().send("POST", "/__admin/clock", "{\"set\": \"2026-05-16T10:20:30Z\", \"frozen\": true}");
            long now = java.time.Instant.parse("2026-05-16T10:20:30Z").getEpochSecond();

            assertThat(claims(kazoo.token("ann")).integer(0, "exp")).isEqualTo(now + 3600);
        }

        @Test
        void settingsTellTheLifeOfATokenByItsModule(@TempDir Path folder) {
            restart(
                    folder,
                    "kazoo-5",
                    "{'token_auth_expiry_s': 20, 'auth_modules': {'cb_user_auth': {'token_auth_expiry_s': 600}}}");
            JsonObject ownData = with(kazoo.token("ann")).get("token_auth").body();
            long now = Gregorian.seconds(java.time.Instant.parse(ownData.textOr("timestamp", "")));
            long unix = now - Gregorian.seconds(java.time.Instant.EPOCH);

            assertThat(ownData.object("data").integer(0, "exp") - unix).isBetween(595L, 600L);
        }

        @Test
        void zeroAndInfinityNeverEnd(@TempDir Path folder, @TempDir Path other) {
            restart(folder, "kazoo-5", "{'token_auth_expiry_s': 0}");
            assertThat(claims(kazoo.token("ann")).has("exp")).isFalse();
            restart(other, "kazoo-5", "{'auth_modules': {'cb_user_auth': {'token_auth_expiry_s': 'infinity'}}}");
            assertThat(claims(kazoo.token("ann")).has("exp")).isFalse();
        }
    }

    @Nested
    class Masquerade {
        private String loginAs(String account, String user) {
            String as = "{'account_id': '" + account + "', 'owner_id': '" + user + "'}";
            JsonObject body =
                    json("{'credentials': '" + md5("ann") + "', 'account_name': 'Blue Shop', 'as': " + as + "}");
            return kazoo.anonymous().put("user_auth", body).body().textOr("auth_token", "");
        }

        @Test
        void newestKazooIgnoresAs() {
            assertThat(claims(loginAs(kazoo.account("eve"), kazoo.user("eve"))).has("as"))
                    .isFalse();
        }

        @Test
        void olderKazooActsAsTheDescendant(@TempDir Path folder) {
            restart(folder, "kazoo-5.0", "{}");
            String token = loginAs(kazoo.account("eve"), kazoo.user("eve"));

            assertThat(claims(token).keys())
                    .containsExactly("iss", "identity_sig", "account_id", "owner_id", "as", "method", "exp");
            assertThat(with(token).get("accounts/" + kazoo.account("eve")).status())
                    .isEqualTo(200);
            Refused.asForbidden(with(token).get("accounts/" + kazoo.account("ann")));
        }

        @Test
        void olderKazooRefusesOtherTargets(@TempDir Path folder) {
            restart(folder, "kazoo-5.0", "{}");
            Refused.asFormA(
                    with(loginAs(kazoo.account("otto"), kazoo.user("otto"))).get("token_auth"));
        }
    }

    @Nested
    class End {
        @Test
        void useDoesNotProlongAToken() {
            TestClient ann = with(kazoo.token("ann"));
            kazoo.advance(3000);
            assertThat(ann.get("token_auth").status()).isEqualTo(200);
            kazoo.advance(1000);
            Refused.asFormA(ann.get("token_auth"));
        }

        @Test
        void anExpiredTokenDoesNotBlockALogin() {
            TestClient ann = with(kazoo.token("ann"));
            kazoo.advance(4000);
            JsonObject login = json("{'credentials': '" + md5("ann") + "', 'account_name': 'Blue Shop'}");

            assertThat(ann.put("user_auth", login).status()).isEqualTo(201);
            assertThat(ann.get("schemas").status()).isEqualTo(200);
        }

        @Test
        void inOlderKazooItBlocksEverything(@TempDir Path folder) {
            restart(folder, "kazoo-5.0", "{}");
            TestClient ann = with(kazoo.token("ann"));
            kazoo.advance(4000);
            JsonObject login = json("{'credentials': '" + md5("ann") + "', 'account_name': 'Blue Shop'}");

            Refused.asFormB(ann.put("user_auth", login));
            Refused.asFormB(ann.get("schemas"));
            Refused.asFormB(ann.get("token_auth"));
        }

        @Test
        void aForgedTokenIsFormAAlsoWhenItsTimeIsOver(@TempDir Path folder) {
            restart(folder, "kazoo-5.0", "{}");
            TestClient forger = with(forged(kazoo.token("ann")));
            Refused.asFormA(forger.get("token_auth"));
            kazoo.advance(4000);
            Refused.asFormA(forger.get("token_auth"));
        }

        @Test
        void everyRequestOfAnEndedTrialIsRefused() {
            TestClient tia = with(kazoo.token("tia"));
            assertThat(tia.get("token_auth").status()).isEqualTo(200);
            kazoo.advance(2000);

            for (String path : new String[] {"token_auth", "schemas", "accounts/nonsense"}) {
                TestClient.Response response = tia.get(path);
                assertThat(response.status()).isEqualTo(400);
                assertThat(response.body().text("message")).isEqualTo("validation error");
                assertThat(response.data().text("account", "expired", "message"))
                        .isEqualTo("account expired");
            }
        }

        @Test
        void aNewPasswordEndsItAndTheOldOneNoLongerLogsIn() {
            TestClient bob = with(kazoo.token("bob"));
            String path = "accounts/" + kazoo.account("bob") + "/users/" + kazoo.user("bob");
            assertThat(kazoo.as("ann")
                            .patch(path, json("{'password': 'tulip'}"))
                            .status())
                    .isEqualTo(200);

            Refused.asFormA(bob.get("token_auth"));
            Refused.asFormA(kazoo.logIn("bob"));
        }

        @Test
        void anotherChangeOfTheUserDoesNot() {
            TestClient bob = with(kazoo.token("bob"));
            String path = "accounts/" + kazoo.account("bob") + "/users/" + kazoo.user("bob");
            kazoo.as("ann").patch(path, json("{'first_name': 'Robert', 'enabled': false}"));

            assertThat(bob.get("token_auth").status()).isEqualTo(200);
        }

        @Test
        void itDiesWithItsUser() {
            TestClient bob = with(kazoo.token("bob"));
            kazoo.as("ann").delete("accounts/" + kazoo.account("bob") + "/users/" + kazoo.user("bob"));

            Refused.asFormA(bob.get("token_auth"));
        }
    }

    @Nested
    class Places {
        private String token;
        private TestClient none;

        @BeforeEach
        void logIn() {
            token = kazoo.token("ann");
            none = kazoo.anonymous();
        }

        private String basic() {
            String text = kazoo.account("ann") + ":" + md5("ann");
            return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Test
        void header() {
            assertThat(none.with("X-Auth-Token", token).get("token_auth").status())
                    .isEqualTo(200);
        }

        @Test
        void query() {
            assertThat(none.get("token_auth?auth_token=" + token).status()).isEqualTo(200);
        }

        @Test
        void dataAndEnvelope() {
            String account = "accounts/" + kazoo.account("ann") + "/users";
            String user = "\"first_name\":\"C\",\"last_name\":\"D\"";
            assertThat(none.send("PUT", account, "{\"data\":{" + user + ",\"auth_token\":\"" + token + "\"}}")
                            .status())
                    .isEqualTo(201);
            assertThat(none.send("PUT", account, "{\"data\":{" + user + "},\"Auth-Token\":\"" + token + "\"}")
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void authorization() {
            assertThat(none.with("Authorization", basic()).get("token_auth").status())
                    .isEqualTo(200);
            assertThat(none.get("token_auth?authorization=" + encoded(basic())).status())
                    .isEqualTo(200);
        }

        @Test
        void aBadTokenInAHigherPlaceIsNotSkipped() {
            Refused.asFormA(none.with("X-Auth-Token", "bad").get("token_auth?auth_token=" + token));
            Refused.asFormA(none.with("Authorization", basic()).get("token_auth?auth_token=bad"));
            Refused.asFormA(none.with("Authorization", "Digest x").get("token_auth?authorization=" + encoded(basic())));
            String body = "{\"data\":{\"auth_token\":\"bad\"},\"auth_token\":\"" + token + "\"}";
            Refused.asFormA(none.send("DELETE", "token_auth?auth_token=" + token, body));
            String envelope = "{\"data\":{},\"auth_token\":\"" + token + "\"}";
            Refused.asFormA(none.send("DELETE", "token_auth?auth_token=bad", envelope));
            assertThat(none.send("DELETE", "token_auth", envelope).status()).isEqualTo(200);
        }

        @Test
        void schemesCountAsTheyAreSpelt() {
            Refused.asFormA(none.with("Authorization", basic().replace("Basic", "basic"))
                    .get("token_auth"));
            Refused.asFormA(none.with("Authorization", token).get("token_auth"));
        }

        @Test
        void aTokenBehindBearerNeedsTheOption(@TempDir Path folder) {
            Refused.asFormA(none.with("Authorization", "Bearer " + token).get("token_auth"));
            try (AuthServer lenient =
                    AuthServer.start(folder, KazooServer.builder().options("bearer-jwt"), "{}")) {
                TestClient bearer = lenient.anonymous().with("Authorization", "Bearer " + lenient.token("ann"));
                assertThat(bearer.get("token_auth").status()).isEqualTo(200);
            }
        }

        @Test
        void theTokenThatWasSentIsEchoedGoodOrBad() {
            assertThat(none.get("token_auth").body().has("auth_token")).isFalse();
            assertThat(with("bad").get("token_auth").body().text("auth_token")).isEqualTo("bad");
            assertThat(with(token).get("token_auth").body().text("auth_token")).isEqualTo(token);
        }

        @Test
        void undefinedIsAnInvalidTokenThatPublicPathsDoNotMind() {
            assertThat(with("undefined").get("schemas").status()).isEqualTo(200);
            Refused.asFormA(with("undefined").get("token_auth"));
        }

        @Test
        void aTokenForAnotherAccountThanTheClientMeansIsNoGood() {
            TestClient ann = with(token);
            assertThat(ann.with("X-Auth-Account-ID", kazoo.account("ann"))
                            .get("token_auth")
                            .status())
                    .isEqualTo(200);
            TestClient confused = ann.with("X-Auth-Account-ID", kazoo.account("eve"));
            Refused.asFormA(confused.get("token_auth"));
            assertThat(confused.get("schemas").status()).isEqualTo(200);
        }

        @Test
        void theAliasForOnesOwnAccountNeedsAToken() {
            Refused.asFormB(none.get("account"));
            assertThat(with(token).get("account").data().text("id")).isEqualTo(kazoo.account("ann"));
        }

        @Test
        void anUnknownAccountInThePathIsFormC() {
            Refused.asFormC(with(token).get("accounts/" + "0".repeat(32)));
            Refused.asFormC(none.get("accounts/nonsense"));
        }

        @Test
        void tokensWithOtherAlgorithmsOrBrokenPartsAreNoGood() {
            String payload = token.split("\\.", -1)[1];
            String unsigned = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(json("{'alg': 'none'}").utf8());
            for (String bad : new String[] {unsigned + "." + payload + ".", "a.b.c", "..", token + "x", "a.b"}) {
                Refused.asFormA(with(bad).get("token_auth"));
            }
        }
    }

    @Test
    void anOldSecretMeansAnotherSignature() {
        JsonObject claims = claims(kazoo.token("ann"));
        String path = "accounts/" + kazoo.account("ann") + "/users/" + kazoo.user("ann") + "/auth";
        TestClient ann = kazoo.as("ann");
        assertThat(ann.put(path, json("{'action': 'reset_signature_secret'}")).status())
                .isEqualTo(201);

        Refused.asFormA(ann.get("token_auth"));
        assertThat(claims(kazoo.token("ann")).text("identity_sig"))
                .isNotEqualTo(claims.text("identity_sig"))
                .isNotNull();
    }
}
