package io.github.kazoomock.server.crossbar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The two spellings of a moment that every response carries; made once a second. */
final class Timestamps {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private volatile Texts last = texts(Instant.EPOCH);

    /**
     * One moment as text.
     *
     * @param timestamp as envelopes print it
     * @param httpDate as the {@code Date} header prints it
     */
    record Texts(long second, String timestamp, String httpDate) {}

    Texts of(Instant now) {
        Texts known = last;
        if (known.second != now.getEpochSecond()) {
            known = texts(now);
            last = known;
        }
        return known;
    }

    private static Texts texts(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Texts(now.getEpochSecond(), second.toString(), HTTP_DATE.format(second));
    }
}
