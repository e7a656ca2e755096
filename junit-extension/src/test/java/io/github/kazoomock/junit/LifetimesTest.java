package io.github.kazoomock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who shares a sandbox with whom. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class LifetimesTest {
    private static final int LARKSPUR_HAS = 15;

    /** Makes an account, and says how many there are then. */
    private static int add(KazooMock kazoo, String name) {
        KazooLogin admin = kazoo.login("superduper_admin");
        admin.http()
                .put("accounts/" + admin.accountId(), Map.of("name", name, "realm", name + ".example.org"))
                .expect(201);
        return kazoo.accounts().size();
    }

    @Nested
    @KazooMockTest
    class A_sandbox_for_each_method {
        @BeforeEach
        void prepare(KazooMock kazoo) {
            add(kazoo, "prepared");
        }

        @RepeatedTest(3)
        void begins_with_what_its_own_BeforeEach_made(KazooMock kazoo) {
            assertThat(add(kazoo, "mine")).isEqualTo(LARKSPUR_HAS + 2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"one", "two"})
        void is_one_for_each_invocation_of_a_parameterized_test(String name, KazooMock kazoo) {
            assertThat(add(kazoo, name)).isEqualTo(LARKSPUR_HAS + 2);
        }

        @TestFactory
        Stream<DynamicTest> is_one_for_all_tests_of_a_factory(KazooMock kazoo) {
            return IntStream.of(1, 2, 3)
                    .mapToObj(i -> DynamicTest.dynamicTest(
                            "test " + i, () -> assertThat(add(kazoo, "t" + i)).isEqualTo(LARKSPUR_HAS + 1 + i)));
        }

        @Nested
        class Inside_another {
            @Test
            void is_as_for_the_class_around_it(KazooMock kazoo) {
                assertThat(add(kazoo, "mine")).isEqualTo(LARKSPUR_HAS + 2);
            }
        }
    }

    @Nested
    @KazooMockTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class What_BeforeAll_made {
        @BeforeAll
        void prepare(KazooMock kazoo) {
            add(kazoo, "prepared");
            kazoo.clock().freeze().set(Instant.parse("2026-05-16T10:20:30Z"));
        }

        @RepeatedTest(2)
        void is_where_every_method_begins(KazooMock kazoo) {
            assertThat(add(kazoo, "mine")).isEqualTo(LARKSPUR_HAS + 2);
            assertThat(kazoo.clock().now()).isEqualTo("2026-05-16T10:20:30Z");
            kazoo.clock().advance(Duration.ofDays(1));
        }

        @Nested
        class And_a_nested_class {
            @Test
            void begins_there_as_well(KazooMock kazoo) {
                assertThat(add(kazoo, "mine")).isEqualTo(LARKSPUR_HAS + 2);
            }
        }
    }

    @Nested
    @KazooMockTest(sandbox = Lifetime.CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class A_sandbox_for_a_class {
        private final KazooMock own;

        A_sandbox_for_a_class(KazooMock kazoo) {
            own = kazoo;
        }

        @Test
        @Order(1)
        void is_what_its_constructor_gets(KazooMock kazoo) {
            assertThat(kazoo).isSameAs(own);
            assertThat(add(kazoo, "first")).isEqualTo(LARKSPUR_HAS + 1);
        }

        @Test
        @Order(2)
        void keeps_what_earlier_methods_did(KazooMock kazoo) {
            assertThat(add(kazoo, "second")).isEqualTo(LARKSPUR_HAS + 2);
        }
    }

    @Nested
    class A_shared_sandbox {
        @KazooMockTest(sandbox = Lifetime.SHARED, seed = 77)
        @Test
        void is_one_for_all_who_ask_for_the_same(KazooMock kazoo) {
            assertThat(Sharing.see(kazoo)).isLessThanOrEqualTo(1);
        }

        @Nested
        class In_other_classes {
            @KazooMockTest(sandbox = Lifetime.SHARED, seed = 77)
            @Test
            void as_well(KazooMock kazoo) {
                assertThat(Sharing.see(kazoo)).isLessThanOrEqualTo(1);
            }
        }
    }

    private static final class Sharing {
        private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

        static int see(KazooMock kazoo) {
            SEEN.add(kazoo.apiRoot().toString());
            return SEEN.size();
        }
    }

    @Nested
    class Several_side_by_side {
        @RegisterExtension
        static final KazooMockExtension NEW = KazooMockExtension.builder().build();

        @RegisterExtension
        static final KazooMockExtension OLD = KazooMockExtension.builder()
                .named("old")
                .fixture("empty")
                .profile("kazoo-5.0")
                .clock(Instant.parse("2020-01-01T00:00:00Z"))
                .seed(9)
                .build();

        @Test
        void have_worlds_and_options_of_their_own(KazooMock kazoo, @KazooMockNamed("old") KazooMock old) {
            assertThat(kazoo.accounts()).hasSize(LARKSPUR_HAS);
            assertThat(old.accounts()).hasSize(1);
            assertThat(old.clock().now()).isBetween("2020-01-01T00:00:00Z", "2020-01-01T00:01:00Z");
            assertThat(old.apiRoot()).isNotEqualTo(kazoo.apiRoot());
            assertThat(old.apiRoot().getAuthority()).isEqualTo(kazoo.apiRoot().getAuthority());
        }
    }

    @Nested
    @KazooMockTest
    @Execution(ExecutionMode.CONCURRENT)
    class Methods_at_the_same_time {
        @RepeatedTest(12)
        void do_not_see_each_other(KazooMock kazoo) {
            for (int i = 1; i <= 3; i++) {
                assertThat(add(kazoo, "same" + i)).isEqualTo(LARKSPUR_HAS + i);
            }
        }
    }

    @Nested
    @KazooMockTest(clock = "2026-05-16T10:20:30Z")
    class Options_on_a_method {
        @Test
        @KazooMockTest(fixture = "empty", seed = 3)
        void go_before_those_of_the_class(KazooMock kazoo) {
            assertThat(kazoo.accounts()).hasSize(1);
            assertThat(kazoo.clock().now()).isAfter("2026-05-17T00:00:00Z");
        }

        @RepeatedTest(2)
        void leave_those_of_the_class_to_the_others(KazooMock kazoo) {
            assertThat(kazoo.clock().now()).isBetween("2026-05-16T10:20:30Z", "2026-05-16T10:20:50Z");
            KazooLogin grace = kazoo.login("grace", "Harbor Dental Group");
            String made = grace.http()
                    .put(grace.path("devices"), Map.of("name", "same id"))
                    .expect(201)
                    .textAt("data.id");
            assertThat(made).isEqualTo(Ids.FIRST.updateAndGet(first -> first.isEmpty() ? made : first));
        }
    }

    private static final class Ids {
        private static final java.util.concurrent.atomic.AtomicReference<String> FIRST =
                new java.util.concurrent.atomic.AtomicReference<>("");
    }
}
