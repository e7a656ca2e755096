package io.github.kazoomock.server.crossbar;

import java.util.Locale;

/**
 * Why we believe that an operation behaves as it does.
 *
 * @param source the document and section, or the recording
 */
public record Evidence(Kind kind, String source) {
    /** From the strongest to the weakest. */
    public enum Kind {
        RECORDED_EXCHANGE,
        SEED,
        DOCUMENTED_EXCHANGE,
        SOURCE_SHEET,
        UNVERIFIED;

        /** In words, for people. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public static Evidence seed(String source) {
        return new Evidence(Kind.SEED, source);
    }

    public static Evidence sheet(String source) {
        return new Evidence(Kind.SOURCE_SHEET, source);
    }
}
