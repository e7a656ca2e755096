package io.github.kazoomock.server.evidence;

import io.github.kazoomock.server.evidence.Evidence.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/**
 * How sure we are of an operation: its strongest evidence, of equals the latest. In order the weakest and oldest come
 * first.
 */
public record Grade(Kind kind, LocalDate date) implements Comparable<Grade> {
    /** What has no evidence at all; the day is the one on which all evidence was gone through. */
    public static final Grade UNVERIFIED = new Grade(
            Kind.UNVERIFIED, SourceDocument.of(Kind.UNVERIFIED, "none").date());

    private static final Comparator<Grade> ORDER =
            Comparator.comparing(Grade::kind, Comparator.reverseOrder()).thenComparing(Grade::date);

    /** What a collection of evidence comes to. */
    public static Grade of(Collection<Evidence> evidence) {
        return evidence.stream()
                .map(each -> new Grade(each.kind(), each.date()))
                .max(Comparator.naturalOrder())
                .orElse(UNVERIFIED);
    }

    /**
     * Reads {@link #toString}.
     *
     * @throws IllegalArgumentException when it is no kind with a date behind it
     */
    public static Grade parse(String text) {
        String plain = text.strip();
        int space = plain.lastIndexOf(' ');
        try {
            if (space > 0) {
                return new Grade(Kind.parse(plain.substring(0, space)), LocalDate.parse(plain.substring(space + 1)));
            }
        } catch (DateTimeException e) {
            // the same complaint
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no grade; use a kind (" + Kind.choices() + ") and a date, like seed 2026-11-20");
    }

    /** True when it proves less than a kind of evidence; the date does not matter. */
    public boolean isBelow(Kind least) {
        return kind.isBelow(least);
    }

    /** The kind in words, for people. */
    public String words() {
        return kind.words();
    }

    @Override
    public int compareTo(Grade other) {
        return ORDER.compare(this, other);
    }

    /** {@code source sheet 2026-05-16}. */
    @Override
    public String toString() {
        return kind.words() + " " + date;
    }
}
