package io.github.kazoomock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@KazooMockTest
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ServerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.github.kazoomock.server.KazooServer",
                "io.github.kazoomock.json.Json",
                "tools.jackson.databind.ObjectMapper",
                "io.javalin.Javalin",
                "org.eclipse.jetty.server.Server",
                "kotlin.Unit",
                "org.slf4j.Logger"
            })
    void nothing_that_it_is_made_of_is_on_the_class_path(String type) {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(type));
    }

    @Test
    void starting_it_leaves_the_class_loader_of_the_thread_alone(KazooMock kazoo) {
        assertThat(kazoo.accounts()).isNotEmpty();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ServerTest.class.getClassLoader());
    }

    @Test
    void stops_when_it_is_closed() {
        Server server = Server.start();
        URI root = server.admin().root();
        assertThat(server.admin().get("health")).containsEntry("status", "ok");
        server.close();
        assertThatExceptionOfType(java.io.UncheckedIOException.class)
                .isThrownBy(() -> new Admin(new Wire(), root).get("health"));
    }

    @Test
    @EnabledIfSystemProperty(named = "kazoo.mock.jupiter", matches = ".+")
    void these_tests_run_on_the_Jupiter_that_the_build_names() {
        assertThat(Objects.requireNonNull(Test.class.getPackage()).getImplementationVersion())
                .isEqualTo(System.getProperty("kazoo.mock.jupiter"));
    }

    /** Generous bounds for a busy machine; the figures are printed with {@code -Dkazoo.mock.figures=on}. */
    @Test
    void a_fork_is_fast() {
        long began = System.nanoTime();
        Server server = Server.start();
        long started = (System.nanoTime() - began) / 1_000_000;
        try {
            List<Long> forks = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                long before = System.nanoTime();
                server.admin().post("sandboxes", Map.of("sandbox", "default", "name", "fork" + i));
                forks.add((System.nanoTime() - before) / 1_000);
                server.admin().delete("sandboxes/fork" + i);
            }
            List<Long> warm = forks.subList(300, 600);
            Collections.sort(warm);
            if (System.getProperty("kazoo.mock.figures") != null) {
                System.out.println("start in milliseconds: " + started + "; fork in microseconds: median "
                        + warm.get(150) + ", best " + warm.get(0) + ", 95th " + warm.get(285));
            }
            assertThat(warm.get(150)).isLessThan(20_000);
        } finally {
            server.close();
        }
    }

    @Test
    void a_world_that_is_not_there_is_told_by_name() {
        Server server = Server.start();
        try {
            assertThatExceptionOfType(KazooMockException.class)
                    .isThrownBy(() -> server.admin().post("sandboxes", Map.of("fixture", "nowhere")))
                    .withMessageStartingWith("kazoo-mock: fixture: ")
                    .withMessageContaining("nowhere");
        } finally {
            server.close();
        }
    }
}
