package io.github.kazoomock.contracts.drift;

import java.util.Locale;

/**
 * One thing that two replies to the same request do not have in common.
 *
 * @param where a pointer into the body, {@code *} for any element of a list and <code>{id}</code> for any id; the name of
 *     a header; empty for the status
 * @param ours what the mock says, in words that do not change from run to run
 * @param theirs what the other one says, likewise
 */
public record Difference(Kind kind, String where, String ours, String theirs) {

    /** What is different. */
    public enum Kind {
        WRONG_STATUS,
        WRONG_CONTENT_TYPE,
        WRONG_HEADER,
        MISSING_HEADER,
        EXTRA_HEADER,
        MISSING_BODY,
        EXTRA_BODY,
        WRONG_BODY,
        /** The mock has it, the other one does not. */
        MISSING_KEY,
        EXTRA_KEY,
        WRONG_TYPE,
        WRONG_TEXT,
        WRONG_VALUE,
        /** An id of something else than at the same place of the mock's reply, or of this session's earlier ones. */
        WRONG_REFERENCE,
        /** An element of the mock's list that theirs does not have. */
        MISSING_ELEMENT,
        EXTRA_ELEMENT,
        WRONG_ORDER;

        /** {@code missing key}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What it is called, the same in every run: {@code missing key /data/*}{@code /features}. */
    public String name() {
        return switch (kind) {
            case WRONG_STATUS -> "status " + theirs + " instead of " + ours;
            default -> where.isEmpty() ? kind.words() : kind.words() + " " + where;
        };
    }

    /** Name and values. */
    @Override
    public String toString() {
        return switch (kind) {
            case WRONG_STATUS -> name();
            case WRONG_ORDER, WRONG_REFERENCE -> name() + ": " + theirs;
            case MISSING_KEY, MISSING_HEADER, MISSING_BODY -> name() + " (" + ours + ")";
            case EXTRA_KEY, EXTRA_HEADER, EXTRA_BODY -> name() + " (" + theirs + ")";
            default -> name() + ": " + theirs + " instead of " + ours;
        };
    }
}
