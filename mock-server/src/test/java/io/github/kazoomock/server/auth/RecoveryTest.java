package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.claims;
import static io.github.kazoomock.server.AuthServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.AuthServer;
import io.github.kazoomock.server.TestClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lost passwords (auth sheet 6, decisions A9 and A10). */
@Timeout(60)
class RecoveryTest {
    private static final String SENT =
            "Password resend email was sent, please check your email to learn how to reset your password.";
    private static final String UNKNOWN = "ab".repeat(66);

    private AuthServer kazoo;

    RecoveryTest(@TempDir Path folder) {
        kazoo = AuthServer.start(folder);
    }

    @AfterEach
    void stop() {
        kazoo.close();
    }

    private TestClient.Response lost(String username, String way) {
        return kazoo.anonymous()
                .put(
                        "user_auth/recovery",
                        json("{'username': '" + username + "', 'ui_url': 'http://ui.example.com/'" + way + "}"));
    }

    private TestClient.Response reset(String id) {
        return kazoo.anonymous().post("user_auth/recovery", JsonObject.of("reset_id", Json.of(id)));
    }

    @Test
    void theIdThatWouldBeMailedIsKept() {
        kazoo.anonymous().send("POST", "/__admin/clock", "{\"set\": \"2026-05-16T10:20:30Z\"}");
        TestClient.Response response = lost("bob", ", 'account_name': 'Blue Shop'");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.body().text("data")).isEqualTo(SENT);
        assertThat(response.body().has("auth_token")).isFalse();
        assertThat(response.body().has("version")).isFalse();
        assertThat(kazoo.resetIds())
                .singleElement()
                .asString()
                .hasSize(132)
                .matches(kazoo.account("bob") + "[0-9a-f]26[0-9a-f]50[0-9a-f]20[0-9a-f]{91}");
    }

    @Test
    void nobodyLearnsWhoIsThere() {
        for (TestClient.Response response : List.of(
                lost("nobody", ", 'account_name': 'Blue Shop'"),
                lost("bob", ", 'account_name': 'Red Shop'"),
                lost("bob", ""),
                lost("BOB", ", 'account_name': 'Blue Shop'"),
                lost("bob-off", ", 'account_name': 'Blue Shop'"))) {
            assertThat(response.status()).isEqualTo(201);
            assertThat(response.body().text("data")).isEqualTo(SENT);
        }
        assertThat(kazoo.resetIds()).isEmpty();
    }

    @Test
    void theBodyIsChecked() {
        TestClient.Response response = kazoo.anonymous().put("user_auth/recovery", json("{'ui_url': 'http://a'}"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.data().keys()).containsExactlyInAnyOrder("ui_url", "username");
        assertThat(reset("short").data().object("reset_id").keys()).containsExactly("pattern");
    }

    @Test
    void theIdLogsInOnceAndAgainAndAsksForANewPassword() {
        lost("bob", ", 'realm': 'hub.shop.example.com'");
        String id = kazoo.resetIds().get(0);
        TestClient.Response response = reset(id);
        String token = response.body().textOr("auth_token", "");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.data()).isEqualTo(kazoo.logIn("bob").data());
        assertThat(claims(token).text("method")).isEqualTo("cb_user_auth");
        assertThat(response.body().text("version")).isEqualTo("5.0.0");
        TestClient bob = kazoo.anonymous().with("X-Auth-Token", token);
        assertThat(bob.get("accounts/" + kazoo.account("bob") + "/users/" + kazoo.user("bob"))
                        .data()
                        .isTrue("require_password_update"))
                .isTrue();
        assertThat(reset(id).status()).isEqualTo(200);
    }

    @Test
    void anUnknownIdIsSaidToBeUnknown() {
        Refused.as(
                reset(UNKNOWN),
                400,
                "validation error",
                json("{'user': {'not_found': {'message': 'The provided reset_id did not resolve to any user',"
                        + " 'cause': '" + UNKNOWN + "'}}}"));
    }

    @Test
    void anIdIsGoodForAnHour() {
        lost("bob", ", 'account_name': 'Blue Shop'");
        String id = kazoo.resetIds().get(0);
        kazoo.advance(3500);
        assertThat(reset(id).status()).isEqualTo(200);
        kazoo.advance(200);

        Refused.as(
                reset(id),
                403,
                "forbidden",
                json("{'reason': 'The provided reset_id is expired', 'cause': '" + id + "'}"));
    }

    @Nested
    class InOlderKazoo {
        InOlderKazoo(@TempDir Path folder) {
            kazoo.close();
            kazoo = AuthServer.start(folder, "kazoo-5.0");
        }

        @Test
        void theReplySaysWhereTheMailWent() {
            assertThat(lost("bob", ", 'account_name': 'Blue Shop'").body().text("data"))
                    .isEqualTo("Request for password reset handled, email sent to: bob@example.com");
        }

        @Test
        void idsDoNotExpire() {
            lost("bob", ", 'account_name': 'Blue Shop'");
            kazoo.advance(100_000);

            assertThat(reset(kazoo.resetIds().get(0)).status()).isEqualTo(200);
        }

        @Test
        void everythingThatWasNotFoundIsTold() {
            Refused.as(
                    lost("nobody", ", 'account_name': 'Blue Shop'"),
                    400,
                    "validation error",
                    json("{'username': {'not_found': {'message': 'The provided user name was not found', 'cause':"
                            + " 'nobody'}}}"));
            Refused.as(
                    lost("bob", ", 'account_name': 'Red Shop', 'account_realm': 'red.example.com'"),
                    400,
                    "validation error",
                    json("{'account_realm': {'not_found': {'message': 'The provided account realm could not be found',"
                            + " 'cause': 'red.example.com'}}, 'account_name': {'not_found': {'message': 'The provided"
                            + " account name could not be found', 'cause': 'redshop'}}}"));
            Refused.as(
                    lost("bob-off", ", 'account_name': 'Blue Shop'"),
                    400,
                    "validation error",
                    json("{'username': {'forbidden': {'message': 'The provided user name is disabled', 'cause':"
                            + " 'bob-off'}}}"));
            assertThat(lost("bob", "").status()).isEqualTo(400);
            assertThat(kazoo.resetIds()).isEmpty();
        }

        @Test
        void aLaterWayThatLeadsSomewhereForgivesTheEarlier() {
            assertThat(lost("bob", ", 'phone_number': '+14155550100', 'account_name': 'Blue Shop'")
                            .status())
                    .isEqualTo(201);
        }
    }
}
