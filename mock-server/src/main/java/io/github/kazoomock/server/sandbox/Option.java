package io.github.kazoomock.server.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Behaviour that is no matter of the KAZOO version and off unless switched on. */
public enum Option {
    /** Empty token buckets answer 429 (decision H12). */
    RATE_LIMITS,
    /** A disabled account or expired trial answers 423 {@code locked} instead of 400 (decision A1). */
    LOCKED_423,
    /** A JWT is accepted after {@code Authorization: Bearer} (decision A13). */
    BEARER_JWT;

    /** As it is written on the command line: {@code rate-limits}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words, joined by commas, for texts. */
    public static String words() {
        return Arrays.stream(values()).map(Option::word).collect(Collectors.joining(", "));
    }

    public static Optional<Option> named(String word) {
        return Arrays.stream(values())
                .filter(option -> option.word().equals(word))
                .findFirst();
    }
}
