package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Same seed, same fixture, same clock, same requests one after the other: same bytes. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SameBytesTest {
    private static final Instant START = Instant.parse("2026-05-16T10:20:30Z");
    private static final int REQUESTS = 500;

    @Test
    void twoServersGiveTheSameAnswersToFiveHundredRequests() {
        List<String> first = run(7);
        List<String> second = run(7);
        assertThat(first).hasSize(REQUESTS);
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(second.get(i)).as("answer %d", i).isEqualTo(first.get(i));
        }
        assertThat(first).anyMatch(answer -> answer.contains(" -> 201 "));
        assertThat(first.stream().filter(answer -> answer.contains(" -> 20")).count())
                .as("most of them mean something")
                .isGreaterThan(REQUESTS / 3);
    }

    @Test
    void anotherSeedGivesOtherIds() {
        assertThat(run(8)).isNotEqualTo(run(7));
    }

    private static List<String> run(long seed) {
        try (DemoServer demo = new DemoServer(KazooServer.builder().seed(seed).clock(START))) {
            demo.anonymous().send("POST", "/__admin/clock", "{\"set\":\"" + START + "\",\"frozen\":true}");
            Script script = new Script(demo, 20_261_120);
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                if (i % 50 == 49) {
                    demo.anonymous()
                            .send(
                                    "POST",
                                    "/__admin/clock",
                                    json("{'advance':1000}").toString());
                }
                answers.add(script.step());
            }
            return answers;
        }
    }
}
