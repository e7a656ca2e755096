package io.github.kazoomock.contracts.redact;

import java.util.Locale;

/** What stands in the place of something that was taken out. */
enum Kind {
    /** {@code redacted-token-4be1...}. */
    TOKEN,
    /** {@code redacted-4be1...}. */
    SECRET,
    /** As many hexadecimal digits; of other texts as {@link #SECRET}. */
    HASH,
    /** Digits for digits, letters for letters, all else as it was. */
    DIGITS,
    /** {@code person-4be1@example.com}. */
    EMAIL,
    /** A number of the same country and length; what has fewer than seven digits stays. */
    NUMBER,
    /** A made-up name for each word. */
    NAME,
    /** {@code 12 Example Street}. */
    STREET,
    /** An address that is reserved for documentation. */
    IP,
    /** Nothing, in {@code data:} URLs the beginning alone. */
    FILE;

    /** True when everything below a key is as secret as the key's own value would be. */
    boolean isDeep() {
        return this != NUMBER && this != NAME && this != EMAIL;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
