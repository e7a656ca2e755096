package io.github.kazoomock.server.journal;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are meant; null stands for all.
 *
 * @param path exact, with or without the prefix of the sandbox; {@code *} stands for anything, also slashes
 * @param operation exact; {@code *} stands for anything, so that {@code devices.*} is all of a noun's
 * @param status {@code 404} or {@code 4xx}
 * @param from not earlier than this
 * @param to earlier than this
 */
public record Selection(
        @Nullable String method,
        @Nullable Pattern path,
        @Nullable Pattern operation,
        @Nullable String status,
        @Nullable Instant from,
        @Nullable Instant to)
        implements Predicate<JournalEntry> {
    private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|xx)");

    /** Reads {@code *} as anything. */
    public static Pattern glob(String text) {
        return Pattern.compile(("\\Q" + text.replace("\\E", "") + "\\E").replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    }

    /** True for {@code 404} and {@code 4xx}. */
    public static boolean isStatus(String text) {
        return STATUS.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public boolean test(JournalEntry entry) {
        return (method == null || method.equalsIgnoreCase(entry.method()))
                && (path == null || isAt(entry, path))
                && (operation == null || operation.matcher(entry.operation()).matches())
                && (status == null || isIn(entry.status(), status))
                && (from == null || !entry.time().isBefore(from))
                && (to == null || entry.time().isBefore(to));
    }

    private static boolean isAt(JournalEntry entry, Pattern path) {
        return path.matcher(entry.path()).matches()
                || path.matcher(entry.inside()).matches();
    }

    private static boolean isIn(int code, String wanted) {
        String text = Integer.toString(code);
        boolean family = wanted.toLowerCase(Locale.ROOT).endsWith("x");
        return family ? text.charAt(0) == wanted.charAt(0) : text.equals(wanted);
    }
}
