package io.github.kazoomock.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.Insides;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Many clients at once, each in a sandbox of its own. One round each; with {@code -Dkazoo.mock.isolation.seconds=N} as
 * many as fit into that time.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest {
    private static final int TENANTS = 200;
    private static final int COLLECTIONS = 100;
    private static final long SECONDS = Long.getLong("kazoo.mock.isolation.seconds", 0);

    private final KazooServer server = KazooServer.builder().port(0).start();
    private final Sandboxes sandboxes = Insides.sandboxes(server);
    private final Login grace = server.logins().stream()
            .filter(login -> login.username().equals("grace"))
            .findFirst()
            .orElseThrow();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void no_sandbox_sees_another_and_none_is_left_behind() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TENANTS);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            List<Tenant> tenants = all(
                    threads,
                    IntStream.range(0, TENANTS)
                            .<Callable<Tenant>>mapToObj(number -> () -> live(number, end))
                            .toList());
            assertThat(sandboxes.all()).hasSize(TENANTS + 1);
            String main = TestClient.loggedIn(server, "grace")
                    .get("accounts/" + grace.accountId() + "/devices?paginate=false")
                    .text();
            assertThat(main).doesNotContain("mark-");
            List<WeakReference<Object>> held = held();
            assertThat(held).hasSize(3 * TENANTS);
            all(
                    threads,
                    tenants.stream()
                            .<Callable<Boolean>>map(tenant -> () -> {
                                tenant.leave();
                                return true;
                            })
                            .toList());
            assertThat(sandboxes.all()).containsExactly(sandboxes.main());
            assertThat(alive(held)).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private Tenant live(int number, long end) {
        Tenant tenant = new Tenant(number, server.apiRoot(), grace);
        int round = 1;
        do {
            tenant.round(round);
            round++;
        } while (System.nanoTime() < end);
        tenant.settle();
        tenant.looksBack();
        return tenant;
    }

    private static <T> List<T> all(ExecutorService threads, List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(tasks)) {
            results.add(done.get());
        }
        return results;
    }

    /** Each sandbox but the default one, its world and its journal. */
    private List<WeakReference<Object>> held() {
        List<WeakReference<Object>> held = new ArrayList<>();
        for (Sandbox sandbox : sandboxes.all()) {
            if (sandbox != sandboxes.main()) {
                held.add(new WeakReference<>(sandbox));
                held.add(new WeakReference<>(sandbox.world()));
                held.add(new WeakReference<>(sandbox.journal()));
            }
        }
        return held;
    }

    /** How many are not collected, however often that is tried. */
    private static long alive(List<WeakReference<Object>> held) throws InterruptedException {
        long alive = held.size();
        for (int i = 0; i < COLLECTIONS && alive > 0; i++) {
            System.gc();
            alive = held.stream().filter(reference -> reference.get() != null).count();
            if (alive > 0) {
                Thread.sleep(20);
            }
        }
        return alive;
    }
}
