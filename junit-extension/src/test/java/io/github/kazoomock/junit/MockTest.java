package io.github.kazoomock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@KazooMockTest
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class MockTest {
    @Nested
    class Logins {
        @Test
        void are_by_role_or_by_user(KazooMock kazoo) {
            KazooLogin nora = kazoo.login("reseller");
            assertThat(nora.username()).isEqualTo("nora");
            assertThat(nora.accountName()).isEqualTo("Copperfield Voice");
            assertThat(nora.path("users")).isEqualTo("accounts/" + nora.accountId() + "/users");
            KazooHttp milo = kazoo.anonymous().as(kazoo.token("milo"));
            assertThat(milo.get("token_auth").status()).isEqualTo(200);
        }

        @Test
        void of_nobody_say_who_there_is(KazooMock kazoo) {
            assertThatExceptionOfType(KazooMockException.class)
                    .isThrownBy(() -> kazoo.token("zaphod"))
                    .withMessageStartingWith("kazoo-mock: nobody is that; there are admin of Larkspur");
            assertThatExceptionOfType(KazooMockException.class)
                    .isThrownBy(() -> kazoo.login("king"))
                    .withMessage("kazoo-mock: role: 'king'; use superduper_admin, reseller, account_admin, user");
            assertThatExceptionOfType(KazooMockException.class)
                    .isThrownBy(() -> kazoo.account("Atlantis"))
                    .withMessageStartingWith("no account is called 'Atlantis'; there are [Larkspur");
        }
    }

    @Nested
    class The_client {
        @Test
        void does_all_there_is_to_a_document(KazooMock kazoo) {
            KazooLogin grace = kazoo.login("grace", "Harbor Dental Group");
            KazooReply made = grace.http()
                    .put(grace.path("devices"), Map.of("name", "Fax"))
                    .expect(201);
            String fax = grace.path("devices/" + made.textAt("data.id"));
            assertThat(made.header("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
            assertThat(grace.http()
                            .patch(fax, Map.of("enabled", false))
                            .expect(200)
                            .at("data.enabled"))
                    .contains(false);
            assertThat(grace.http()
                            .post(fax, Map.of("name", "Copier"))
                            .expect(200)
                            .data())
                    .containsEntry("name", "Copier");
            grace.http().delete(fax).expect(200);
            grace.http().get(fax).expect(404);
        }

        @Test
        void without_a_token_is_nobody(KazooMock kazoo) {
            kazoo.anonymous()
                    .get(kazoo.account("Marigold Clinic").path("users"))
                    .expect(401);
        }

        @Test
        void says_what_came_when_something_else_was_expected(KazooMock kazoo) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> kazoo.anonymous().get("token_auth").expect(200))
                    .withMessageStartingWith("GET token_auth was answered with 401, not 200: {");
        }
    }

    @Test
    void the_clock_is_the_tests(KazooMock kazoo) {
        Instant noon = Instant.parse("2026-05-16T12:00:00Z");
        String token = kazoo.token("nora");
        kazoo.clock().freeze().set(noon).advance(Duration.ofMinutes(5));
        assertThat(kazoo.clock().now()).isEqualTo(noon.plusSeconds(300));
        kazoo.clock().run().advance(Duration.ofDays(3000));
        assertThat(kazoo.anonymous().as(token).get("token_auth").status()).isEqualTo(401);
    }

    @Test
    void a_snapshot_is_where_restore_goes_back_to(KazooMock kazoo) {
        KazooLogin grace = kazoo.login("grace", "Harbor Dental Group");
        kazoo.snapshot();
        String made = grace.http()
                .put(grace.path("devices"), Map.of("name", "Fax"))
                .expect(201)
                .textAt("data.id");
        kazoo.restore();
        grace.http().get(grace.path("devices/" + made)).expect(404);
        assertThatExceptionOfType(KazooMockException.class)
                .isThrownBy(() -> kazoo.restore("ghost"))
                .withMessageContaining("has no snapshot 'ghost'");
    }
}
