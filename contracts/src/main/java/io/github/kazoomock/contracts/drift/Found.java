package io.github.kazoomock.contracts.drift;

import java.util.function.UnaryOperator;

/**
 * A difference, and where it was met.
 *
 * @param session name of it
 * @param turn which of its requests, from 0
 * @param operation id, or method and path
 * @param method and what the mock answered: {@code GET 200}
 */
public record Found(String session, int turn, String operation, String method, int status, Difference difference) {

    /** What it is called in files of accepted differences: {@code menus.list GET 200: missing key /data/*}{@code /features}. */
    public String name() {
        return place() + ": " + difference.name();
    }

    /** {@code menus.list GET 200}. */
    String place() {
        return operation.startsWith(method + " ") ? operation + " " + status : operation + " " + method + " " + status;
    }

    /** True when the other is about a part of what is missing here as a whole. */
    boolean covers(Found other) {
        return difference.kind() == Difference.Kind.MISSING_KEY
                && turn == other.turn
                && other.difference.where().startsWith(difference.where() + "/");
    }

    Found with(UnaryOperator<String> change) {
        Difference changed = new Difference(
                difference.kind(),
                change.apply(difference.where()),
                change.apply(difference.ours()),
                change.apply(difference.theirs()));
        return new Found(session, turn, operation, method, status, changed);
    }
}
