package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.server.sandbox.Decision;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A difference that somebody said is fine for now.
 *
 * @param line of the file where it begins
 * @param difference a name, {@code *} for any text; empty for any
 * @param operation an id, {@code *} for any text; empty for any
 * @param row of the decision sheet or the name of a decision; empty for any
 * @param expires the last day on which it counts
 */
public record Acceptance(int line, String difference, String operation, String row, String reason, LocalDate expires) {

    boolean isOver(LocalDate today) {
        return today.isAfter(expires);
    }

    /** True when it is about this difference; every row that makes it must be meant. */
    boolean covers(Explained each) {
        Found found = each.found();
        boolean named = difference.isEmpty()
                || matches(difference, found.difference().name())
                || matches(difference, found.name());
        boolean asked = operation.isEmpty() || matches(operation, found.operation());
        boolean meant =
                row.isEmpty() || (!each.rows().isEmpty() && each.rows().stream().allMatch(this::means));
        return named && asked && meant;
    }

    private boolean means(Decision decision) {
        return row.equals(decision.row()) || row.equals(decision.name());
    }

    private static boolean matches(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.isEmpty() && part.isEmpty() ? "" : Pattern.quote(part))
                    .append(".*");
        }
        regex.setLength(regex.length() - 2);
        return text.matches(regex.toString());
    }

    /** What it is about, in words. */
    String words() {
        String what = difference.isEmpty() ? row : row.isEmpty() ? difference : row + ": " + difference;
        return operation.isEmpty() ? what : what + " of " + operation;
    }
}
