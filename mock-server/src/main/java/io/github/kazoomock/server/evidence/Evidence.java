package io.github.kazoomock.server.evidence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why we believe that an operation behaves as it does.
 *
 * @param source the document and section, or the recording
 * @param date of which day it tells
 */
public record Evidence(Kind kind, String source, LocalDate date) {
    /** From the strongest to the weakest. */
    public enum Kind {
        /** A live server was seen to answer so. */
        RECORDED_EXCHANGE("recorded"),
        /** KAZOO's documentation shows an exchange, and the mock answers in its shape. */
        DOCUMENTED_EXCHANGE("documented"),
        /** A seed document of the project shows it. */
        SEED("seed"),
        /** A fact sheet says so, which was made by reading KAZOO's source. */
        SOURCE_SHEET("sheet"),
        /** Nobody says so. */
        UNVERIFIED("unverified");

        private final String shortWord;

        Kind(String shortWord) {
            this.shortWord = shortWord;
        }

        /** In words, for people: {@code recorded exchange}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** In one word, as a setting has it: {@code recorded}. */
        public String word() {
            return shortWord;
        }

        /** True when it proves less than another kind. */
        public boolean isBelow(Kind other) {
            return compareTo(other) > 0;
        }

        /** What {@link #parse} takes, for complaints: {@code recorded, documented, ... or unverified}. */
        public static String choices() {
            String last = UNVERIFIED.shortWord;
            return Arrays.stream(values())
                            .filter(kind -> kind != UNVERIFIED)
                            .map(Kind::word)
                            .collect(Collectors.joining(", "))
                    + " or " + last;
        }

        /**
         * Reads what a user writes: {@code recorded}, {@code recorded exchange} or {@code recorded-exchange}.
         *
         * @throws IllegalArgumentException when it is none of these, with the ones that there are
         */
        public static Kind parse(String text) {
            String plain =
                    text.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
            return Arrays.stream(values())
                    .filter(kind -> kind.shortWord.equals(plain) || kind.words().equals(plain))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("'" + text + "' is no kind of evidence; use " + choices()));
        }
    }

    /**
     * From a seed document.
     *
     * @param source its name and section: {@code accounts: Move an account}
     */
    public static Evidence seed(String source) {
        return ofDocument(Kind.SEED, source);
    }

    /**
     * From a fact sheet.
     *
     * @param source its name and section: {@code pbx 6}
     */
    public static Evidence sheet(String source) {
        return ofDocument(Kind.SOURCE_SHEET, source);
    }

    /** From nothing: what of the operation is a guess. */
    public static Evidence unverified(String what) {
        return new Evidence(Kind.UNVERIFIED, what, Grade.UNVERIFIED.date());
    }

    /** From a document, dated as {@link SourceDocument} knows it. */
    static Evidence ofDocument(Kind kind, String source) {
        return new Evidence(kind, source, SourceDocument.of(kind, source).date());
    }
}
