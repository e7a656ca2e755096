package io.github.kazoomock.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How the time of a sandbox goes while that of the machine does. */
class SandboxClockTest {
    private static final Instant START = Instant.parse("2026-05-16T10:20:30Z");

    private final AtomicReference<Instant> machine = new AtomicReference<>(Instant.EPOCH);
    private final SandboxClock clock = new SandboxClock(START, machine::get);

    private void pass(String duration) {
        machine.updateAndGet(now -> now.plus(Duration.parse(duration)));
    }

    private Duration shown() {
        return Duration.between(START, clock.now());
    }

    @Test
    void itRunsAsTheMachineDoes() {
        pass("PT0.123456789S");
        assertThat(shown()).isEqualTo(Duration.ofNanos(123_456_789));
    }

    @Test
    void itRunsFasterAndSlowerWithoutALeap() {
        pass("PT1S");
        clock.speed(60);
        assertThat(shown()).isEqualTo(Duration.ofSeconds(1));
        pass("PT2S");
        assertThat(shown()).isEqualTo(Duration.ofSeconds(121));
        clock.speed(0.5);
        pass("PT1S");
        assertThat(shown()).isEqualTo(Duration.ofMillis(121_500));
        clock.speed(1_000_000);
        pass("P365D");
        assertThat(shown()).isGreaterThan(Duration.ofDays(364_999_999L));
    }

    @Test
    void itKeepsItsSpeedWhileItStands() {
        clock.speed(60);
        clock.freeze();
        pass("PT1S");
        assertThat(shown()).isZero();
        clock.advance(Duration.ofHours(1));
        clock.run();
        pass("PT1S");
        assertThat(shown()).isEqualTo(Duration.ofMinutes(61));
        assertThat(clock.copy().speed()).isEqualTo(60);
    }
}
