package io.github.kazoomock.contracts.target;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** So many requests a second at most, evenly. Not for many threads at once. */
public final class Pace {
    private final long gap;
    private final LongSupplier clock;
    private final LongConsumer sleep;
    private long next = Long.MIN_VALUE;

    /**
     * A pace by a clock of one's own.
     *
     * @param perSecond 0 for as fast as it goes
     * @param clock nanoseconds, from anywhere
     * @param sleep waits so many nanoseconds
     */
    Pace(double perSecond, LongSupplier clock, LongConsumer sleep) {
        this.gap = perSecond == 0 ? 0 : (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        this.clock = clock;
        this.sleep = sleep;
    }

    /** A pace by the clock of this machine. */
    public static Pace of(double perSecond) {
        return new Pace(perSecond, System::nanoTime, Pace::sleep);
    }

    /** Waits until the next request may go. */
    void await() {
        long now = clock.getAsLong();
        if (next == Long.MIN_VALUE) {
            next = now;
        }
        if (gap > 0 && next - now > 0) {
            sleep.accept(next - now);
        }
        next = Math.max(next, now) + gap;
    }

    /** Waits longer, because the server said that it is asked too much. */
    void rest(long seconds) {
        sleep.accept(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static void sleep(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
