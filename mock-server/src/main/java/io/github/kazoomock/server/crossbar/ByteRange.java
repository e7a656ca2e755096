package io.github.kazoomock.server.crossbar;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a client asks for (core sheet 6.7).
 *
 * @param last inclusive
 */
record ByteRange(int first, int last) {
    private static final java.util.regex.Pattern RANGE = java.util.regex.Pattern.compile("bytes=(\\d{1,9})-(\\d{0,9})");

    /**
     * Reads a {@code Range} header.
     *
     * @return the whole file for a range that covers it and for one that KAZOO does not understand
     */
    static ByteRange of(@Nullable String header, int length) {
        ByteRange whole = new ByteRange(0, length - 1);
        Matcher range = RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return whole;
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2).isEmpty() ? length - 1 : Integer.parseInt(range.group(2));
        return first <= last && last < length ? new ByteRange(first, last) : whole;
    }

    /** True when nothing is left out of a file of that length. */
    boolean isWhole(int length) {
        return first == 0 && last == length - 1;
    }

    String header(int length) {
        return "bytes " + first + "-" + last + "/" + length;
    }
}
