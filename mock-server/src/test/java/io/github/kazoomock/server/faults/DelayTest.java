package io.github.kazoomock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How delays are spread. */
class DelayTest {
    private static List<Long> drawn(Delay delay, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> delay.draw(random)).limit(10_001).sorted().toList();
    }

    @Test
    void fixedOnesAreAlwaysTheSame() {
        assertThat(drawn(new Delay.Fixed(7), 1)).containsOnly(7L);
    }

    @Test
    void uniformOnesReachBothBoundsAndNoFurther() {
        List<Long> delays = drawn(new Delay.Uniform(100, 103), 1);
        assertThat(delays).containsOnly(100L, 101L, 102L, 103L);
    }

    @Test
    void logNormalOnesLieAroundTheirMedian() {
        List<Long> delays = drawn(new Delay.LogNormal(200, 0.5), 1);
        assertThat(delays.get(5_000)).isBetween(190L, 210L);
        assertThat(delays.stream().filter(delay -> delay > 533).count())
                .as("one in forty")
                .isBetween(150L, 350L);
        assertThat(drawn(new Delay.LogNormal(200, 0.5), 1)).isEqualTo(delays);
        assertThat(drawn(new Delay.LogNormal(600_000, 5), 1)).last().isEqualTo(Delay.MOST);
    }
}
