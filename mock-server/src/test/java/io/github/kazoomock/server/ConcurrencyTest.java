package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Many clients at once: writers wait for each other, readers for nobody, and nothing is lost. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrencyTest {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 25;

    private final DemoServer demo = new DemoServer();

    private interface Round {
        void run(int client, int round);
    }

    @BeforeEach
    void reset() {
        demo.reset();
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private static void inParallel(Round work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                int client = c;
                clients.add(pool.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        work.run(client, round);
                    }
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void everyDeviceThatWasCreatedIsThere() throws Exception {
        TestClient grace = demo.as("grace");
        String devices = demo.path("grace") + "/devices";
        int before = grace.get(devices + "?paginate=false").body().array("data").size();
        inParallel((client, round) -> assertThat(grace.put(devices, json("{'name':'d" + client + "-" + round + "'}"))
                        .status())
                .isEqualTo(201));
        assertThat(grace.get(devices + "?paginate=false").body().array("data").size())
                .isEqualTo(before + CLIENTS * ROUNDS);
    }

    @Test
    void aNameIsTakenOnceHoweverManyAskForIt() throws Exception {
        TestClient nora = demo.as("nora");
        Set<String> made = new ConcurrentSkipListSet<>();
        inParallel((client, round) -> {
            TestClient.Response response = nora.put(demo.path("nora"), json("{'name':'Rival " + round + "'}"));
            assertThat(response.status()).isIn(201, 400);
            if (response.status() == 201) {
                assertThat(made.add("Rival " + round)).as("one of each name").isTrue();
            }
        });
        assertThat(made).hasSize(ROUNDS);
        assertThat(nora.get(demo.path("nora")).data().integer(0, "descendants_count"))
                .isEqualTo(6 + ROUNDS);
    }

    @Test
    void anAccountThatIsDeletedUnderItsReadersIsThereOrUnknown() throws Exception {
        TestClient nora = demo.as("nora");
        inParallel((client, round) -> {
            String account = "accounts/"
                    + nora.put(demo.path("nora"), json("{'name':'Brief " + client + " " + round + "'}"))
                            .data()
                            .text("id");
            Thread deleting = new Thread(() -> nora.delete(account));
            deleting.start();
            for (int i = 0; i < 3; i++) {
                assertThat(nora.get(account).status()).isIn(200, 401);
                assertThat(nora.put(account + "/devices", json("{'name':'x'}")).status())
                        .isIn(201, 401);
            }
            try {
                deleting.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertThat(nora.get(account).status()).isEqualTo(401);
        });
    }
}
