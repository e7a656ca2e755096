package io.github.kazoomock.server.world;

import java.time.Instant;

/** KAZOO's clock: seconds since year 0, UTC (core sheet 5.1). */
public final class Gregorian {
    private static final long UNIX_EPOCH = 62_167_219_200L;

    private Gregorian() {}

    /** Gregorian seconds of an instant. */
    public static long seconds(Instant instant) {
        return instant.getEpochSecond() + UNIX_EPOCH;
    }

    /** The instant of Gregorian seconds. */
    public static Instant instant(long gregorianSeconds) {
        return Instant.ofEpochSecond(gregorianSeconds - UNIX_EPOCH);
    }
}
