package io.github.kazoomock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What a test learns of the requests that came. */
@KazooMockTest
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class JournalTest {
    private static final Requests CREATED = Requests.any().operation("devices.create");

    @Test
    void requests_tell_what_they_changed(KazooMock kazoo) {
        KazooLogin grace = kazoo.login("grace", "Harbor Dental Group");
        grace.http().put(grace.path("devices"), Map.of("name", "Fax")).expect(201);
        grace.http().get(grace.path("devices")).expect(200);
        assertThat(kazoo.requests()).extracting(KazooRequest::method).containsExactly("PUT", "GET");
        KazooRequest put = kazoo.requests(CREATED.status(201)).get(0);
        assertThat(put.isServed()).isTrue();
        assertThat(put.at("documents.0.after.name")).isEqualTo("Fax");
        assertThat(put.at("request.body.data.name")).isEqualTo("Fax");
        assertThat(kazoo.requests(Requests.any().path("/v2/" + grace.path("devices"))))
                .hasSize(2);
    }

    @Test
    void logins_and_looking_around_are_no_requests(KazooMock kazoo) {
        kazoo.token("grace");
        kazoo.account("Marigold Clinic");
        kazoo.clock().freeze();
        assertThat(kazoo.requests()).isEmpty();
    }

    @Test
    void requests_are_waited_for(KazooMock kazoo) {
        KazooLogin grace = kazoo.login("grace", "Harbor Dental Group");
        CompletableFuture<KazooReply> later = CompletableFuture.supplyAsync(
                () -> grace.http().put(grace.path("devices"), Map.of("name", "Fax")),
                CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
        assertThat(kazoo.awaitRequests(1, CREATED)).hasSize(1);
        later.join().expect(201);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> kazoo.awaitRequests(2, CREATED, Duration.ofMillis(50)))
                .withMessageStartingWith(
                        "waited 50 ms for 2 of requests with {operation=devices.create}, but there were"
                                + " 1; these came:\n  PUT /sandboxes/");
    }

    @KazooMockTest(fixture = "empty", strict = Strict.UNSERVED_REQUESTS, report = "target/reports-of-strictness")
    static final class Careless {
        @Test
        void asks_for_dragons(KazooMock kazoo) {
            kazoo.http().get("dragons?fire=yes");
        }

        @Test
        void is_refused_by_an_operation(KazooMock kazoo) {
            kazoo.anonymous().get(kazoo.account("Master").path("users")).expect(401);
        }
    }

    @Test
    void a_fault_hits_as_often_as_it_was_told(KazooMock kazoo) {
        KazooLogin grace = kazoo.login("grace", "Harbor Dental Group");
        kazoo.faults().fail("devices.list", 503, 2);
        grace.http().get(grace.path("devices")).expect(503);
        grace.http().get(grace.path("users")).expect(200);
        grace.http().get(grace.path("devices")).expect(503);
        grace.http().get(grace.path("devices")).expect(200);
        assertThat(kazoo.faults().armed()).extracting(KazooFault::hits).containsExactly(2L);
        kazoo.faults().clear();
        assertThat(kazoo.faults().armed()).isEmpty();
    }

    @KazooMockTest(fixture = "empty", strict = Strict.UNFIRED_FAULTS, report = "target/reports-of-strictness")
    static final class Timid {
        @Test
        void never_asks(KazooMock kazoo) {
            kazoo.faults().fail("devices.list", 503, 1);
        }

        @Test
        void asks(KazooMock kazoo) {
            KazooLogin admin = kazoo.login("superduper_admin");
            kazoo.faults().fail("devices.list", 503, 1);
            admin.http().get(admin.path("devices")).expect(503);
        }
    }

    @Nested
    class Strictness {
        @Test
        void fails_a_test_whose_fault_never_fired() {
            assertThat(failures(Timid.class))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageStartingWith("A fault was armed and never fired: {")
                            .hasMessageContaining("\"match\":{\"operation\":\"devices.list\"}")
                            .hasMessageContaining(
                                    "The world as it was: kazoo-mock serve --fixture target/reports-of-strictness/"));
        }

        @Test
        void fails_a_test_that_would_pass() {
            List<Throwable> failures = failures(Careless.class);
            assertThat(failures)
                    .singleElement()
                    .satisfies(
                            failure -> assertThat(failure)
                                    .hasMessageMatching(
                                            "(?s)No operation served GET /sandboxes/test-\\d+/v2/dragons\\?fire=yes -> 404.*"
                                                    + "curl -X GET 'http://127.0.0.1:8000/v2/dragons\\?fire=yes' -H \"X-Auth-Token: \\$TOKEN\"\n"
                                                    + "The world as it was: kazoo-mock serve --fixture target/reports-of-strictness/.*/fixture\n"
                                                    + "Everything that was asked: target/reports-of-strictness/.*/journal.json"));
        }
    }

    private static List<Throwable> failures(Class<?> tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .build(),
                        listener);
        return listener.getSummary().getFailures().stream()
                .map(failure -> failure.getException())
                .toList();
    }
}
