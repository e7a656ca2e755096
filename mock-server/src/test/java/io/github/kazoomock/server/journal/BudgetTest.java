package io.github.kazoomock.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One budget for all sandboxes. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BudgetTest {
    private static final int BUDGET = 1_000_000;

    private final Journals journals = new Journals(BUDGET);

    private static JournalEntry entry(int bytes) {
        return new JournalEntry(
                null,
                Instant.EPOCH,
                0,
                "GET",
                "/v2/x",
                "/v2/x",
                null,
                Map.of(),
                Content.of(new byte[bytes]),
                200,
                Map.of(),
                Content.of(new byte[0]),
                "",
                "",
                "",
                null,
                null,
                List.of());
    }

    @Test
    void isNeverExceededAndTheNewestStay() {
        Journal journal = journals.open();
        for (int i = 0; i < 5000; i++) {
            journal.add(entry(500));
            assertThat(journals.weight()).isLessThanOrEqualTo(BUDGET);
        }
        List<Journal.Kept> kept = journal.entries();
        assertThat(kept.size()).isBetween(700, 1000);
        assertThat(kept.get(kept.size() - 1).number()).isEqualTo(5000);
    }

    @Test
    void theSandboxThatHoldsMostGivesFirst() {
        Journal quiet = journals.open();
        for (int i = 0; i < 10; i++) {
            quiet.add(entry(500));
        }
        Journal loud = journals.open();
        Journal louder = journals.open();
        for (int i = 0; i < 5000; i++) {
            loud.add(entry(500));
            louder.add(entry(5000));
        }
        assertThat(quiet.entries()).hasSize(10);
        assertThat(loud.weight()).isBetween(BUDGET / 3L, BUDGET * 2L / 3);
        assertThat(louder.weight()).isBetween(BUDGET / 3L, BUDGET * 2L / 3);
    }

    @Test
    void ofManyWithLittleOnlyAsManyGiveAsHaveTo() {
        List<Journal> all = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            Journal journal = journals.open();
            journal.add(entry(500));
            all.add(journal);
        }
        long kept = all.stream().filter(journal -> !journal.entries().isEmpty()).count();
        assertThat(kept).isBetween(700L, 1000L);
        assertThat(all.get(2999).entries()).isNotEmpty();
        assertThat(all.get(0).entries()).isEmpty();
    }

    @Test
    void aSandboxThatEndsGivesAllOfItBack() {
        Journal journal = journals.open();
        journal.add(entry(500));
        journal.close();
        assertThat(journals.weight()).isZero();
        journal.add(entry(500));
        assertThat(journals.weight()).as("a request that was still on its way").isZero();
    }

    @Test
    void whatIsTooBigForAllIsNotKept() {
        Journal journal = new Journals(1000).open();
        journal.add(entry(5000));
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void holdsWhenManyWriteAtOnce() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        List<Journal> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Journal journal = journals.open();
            all.add(journal);
            writers.add(CompletableFuture.runAsync(() -> {
                for (int j = 0; j < 2000; j++) {
                    journal.add(entry(500));
                }
            }));
        }
        writers.forEach(CompletableFuture::join);
        long sum = all.stream().mapToLong(Journal::weight).sum();
        assertThat(journals.weight()).isEqualTo(sum).isLessThanOrEqualTo(BUDGET);
        assertThat(all).allSatisfy(journal -> assertThat(journal.entries()).isNotEmpty());
    }

    @Test
    void waitingInVainFindsWhatIsLeft() throws InterruptedException {
        Journal journal = new Journals(20_000).open();
        for (int i = 0; i < 50; i++) {
            journal.add(entry(100));
        }
        assertThat(journal.entries().size()).isBetween(1, 49);
        Journal.Awaited late = journal.await(entry -> true, 50, Duration.ZERO);
        assertThat(late.timedOut()).isTrue();
        assertThat(late.matched()).isEqualTo(journal.entries());
    }

    @ParameterizedTest
    @CsvSource({
        "'1,1,1', 10, -1",
        "'5,5,5', 12, 4",
        "'1,2,9', 8, 5",
        "'0,0,100', 50, 50",
        "'10', 0, 0",
    })
    void isALevelThatEqualisesTheFullest(String weights, long room, long level) {
        long[] heights =
                Arrays.stream(weights.split(",")).mapToLong(Long::parseLong).toArray();
        assertThat(Journals.level(heights, room)).isEqualTo(level < 0 ? Long.MAX_VALUE : level);
    }
}
