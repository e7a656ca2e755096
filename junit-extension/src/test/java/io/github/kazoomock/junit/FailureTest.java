package io.github.kazoomock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What a user sees of tests that fail. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class FailureTest {
    private static final String REPORTS = "target/reports-of-failures";

    @KazooMockTest(fixture = "empty", report = REPORTS)
    static final class Failing {
        @Test
        void after_a_change(KazooMock kazoo) {
            KazooLogin admin = kazoo.login("superduper_admin");
            admin.http()
                    .put(admin.path("devices"), Map.of("name", "The culprit"))
                    .expect(201);
            fail("as it should");
        }

        @Test
        void before_anybody_wanted_a_mock() {
            fail("without one");
        }
    }

    @KazooMockTest
    static final class OfAConstructor {
        OfAConstructor(KazooMock kazoo) {
            fail("never here: " + kazoo);
        }

        @Test
        void never_runs() {}
    }

    @ExtendWith(KazooMockExtension.class)
    static final class WithoutAnnotation {
        @Test
        void never_runs(KazooMock kazoo) {
            fail("never here: " + kazoo);
        }
    }

    @KazooMockTest(fixture = "no/such/folder")
    static final class WithoutFixture {
        @BeforeEach
        void start(KazooMock kazoo) {
            fail("never here: " + kazoo);
        }

        @Test
        void never_runs() {}
    }

    @Nested
    class A_failed_test {
        @Test
        void fails_as_it_did_and_leaves_a_world_to_start_from() throws IOException {
            List<Throwable> failures = failures(Failing.class);
            assertThat(failures).extracting(Throwable::getMessage).contains("as it should", "without one");
            Path fixture = fixture();
            Server server = Server.start();
            try {
                String path = fixture.toAbsolutePath().toString();
                Map<String, ?> made = server.admin().post("sandboxes", Map.of("name", "again", "fixture", path));
                KazooMock again = new KazooMock(server, "again", new Settings.Origin(path, "kazoo-5", 1, ""), made);
                KazooLogin admin = again.login("superduper_admin");
                assertThat(admin.http().get(admin.path("devices")).textAt("data.0.name"))
                        .isEqualTo("The culprit");
            } finally {
                server.close();
            }
        }

        private Path fixture() throws IOException {
            try (Stream<Path> all = Files.walk(Path.of(REPORTS))) {
                List<Path> fixtures =
                        all.filter(path -> path.endsWith("fixture")).toList();
                assertThat(fixtures).hasSize(1);
                assertThat(fixtures.get(0).toString()).contains("FailureTest_Failing/after_a_change-");
                return fixtures.get(0);
            }
        }
    }

    @Nested
    class A_mistake_in_a_test_says_what_to_do {
        @Test
        void when_a_constructor_wants_the_mock_of_a_method() {
            assertThat(failures(OfAConstructor.class))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageContaining(
                                    "take it as a parameter of the method or of @BeforeEach, or share one:"
                                            + " sandbox = Lifetime.CLASS"));
        }

        @Test
        void when_there_is_no_annotation() {
            assertThat(failures(WithoutAnnotation.class))
                    .anySatisfy(failure -> assertThat(failure)
                            .hasStackTraceContaining("no @KazooMockTest on the test and no builder: use one of them"));
        }

        @Test
        void when_there_is_no_such_fixture() {
            assertThat(failures(WithoutFixture.class))
                    .anySatisfy(failure -> assertThat(failure)
                            .hasStackTraceContaining("kazoo-mock: fixture: ")
                            .hasStackTraceContaining("no/such/folder"));
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
