package io.github.kazoomock.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pace and refusals, by a clock that only moves when somebody sleeps. */
@Timeout(60)
class HttpTargetTest {
    private static final Request READ = Request.of("GET", "/v2/accounts");

    private final List<Long> slept = new ArrayList<>();
    private final List<Request> sent = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private long now;

    private HttpTarget target(double perSecond) {
        Transport transport = request -> {
            sent.add(request);
            int status = answers.isEmpty() ? 200 : answers.remove(0);
            return new Response(status, Map.of(), new byte[0]);
        };
        Pace pace = new Pace(perSecond, () -> now, nanos -> {
            slept.add(nanos / 1_000_000);
            now += nanos;
        });
        return new HttpTarget(transport, new Ledger(Ledger.Mode.READ_AND_WRITE, Set.of()), pace, new Secrets());
    }

    @Test
    void fourASecondAreAQuarterOfASecondApart() {
        HttpTarget target = target(4);
        for (int i = 0; i < 4; i++) {
            target.ask(READ);
        }
        assertThat(slept).containsExactly(250L, 250L, 250L);
        now += 100_000_000;
        target.ask(READ);
        assertThat(slept).endsWith(150L);
        now += 10_000_000_000L;
        target.ask(READ);
        target.ask(READ);
        assertThat(slept).as("a pause is not made up for").hasSize(5).endsWith(250L);
    }

    @Test
    void noRateIsNoWaiting() {
        HttpTarget target = target(0);
        target.ask(READ);
        target.ask(READ);
        assertThat(slept).isEmpty();
    }

    @Test
    void whoAsksTooMuchRestsAndAsksAgain() {
        HttpTarget target = target(0);
        answers.addAll(List.of(429, 429, 200));
        assertThat(target.ask(READ).status()).isEqualTo(200);
        assertThat(slept).containsExactly(1000L, 2000L);
        answers.addAll(List.of(429, 429, 429, 429, 429));
        assertThat(target.ask(READ).status()).isEqualTo(429);
    }

    @Test
    void whatTheLedgerRefusesIsNeitherSentNorWaitedFor() {
        HttpTarget target = target(1);
        assertThatThrownBy(() -> target.ask(Request.of("DELETE", "/v2/accounts/" + "a".repeat(32))))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("did not create");
        assertThat(sent).isEmpty();
        assertThat(slept).isEmpty();
    }

    @Test
    void onlyTheThreadThatCleansUpMayAskInTheEnd() throws InterruptedException {
        HttpTarget target = target(0);
        Thread cleaner = new Thread(() -> {
            try {
                target.reserve(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            target.ask(READ);
        });
        cleaner.start();
        cleaner.join();
        assertThat(sent).hasSize(1);
        assertThatThrownBy(() -> target.ask(READ)).isInstanceOf(NotSent.class).hasMessage("the run was ended");
    }

    @Test
    void nobodyThereIsSaidWithWhatToTry() {
        BaseUrl nobody = BaseUrl.of("http://127.0.0.1:1/kazoo/v2/");
        assertThatThrownBy(() -> new JdkTransport(nobody, Duration.ofSeconds(5)).send(READ))
                .isInstanceOf(Unreachable.class)
                .hasMessage("http://127.0.0.1:1/kazoo/v2 does not answer: GET /v2/accounts: the connection was refused."
                        + " Check with: curl -i http://127.0.0.1:1/kazoo/v2/");
    }
}
