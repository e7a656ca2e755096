package io.github.kazoomock.server.numbers;

import io.github.kazoomock.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Why nothing was done with one number (admin sheet 1.10, delta sheet 5.5). */
public final class NumberFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String error;
    private final @Nullable String why;

    private NumberFault(int code, String error, String message, @Nullable String why) {
        super(message, null, false, false);
        this.code = code;
        this.error = error;
        this.why = why;
    }

    public static NumberFault notFound(String number) {
        return new NumberFault(404, "not_found", "number " + number + " not found", number);
    }

    /**
     * Of a text that cannot be a number.
     *
     * @param code 400 in newest KAZOO, 404 before
     */
    public static NumberFault notReconcilable(String number, int code) {
        return new NumberFault(code, "not_reconcilable", "number " + number + " is not reconcilable", number);
    }

    static NumberFault exists(String number) {
        return new NumberFault(409, "number_exists", "number " + number + " already exists", number);
    }

    static NumberFault forbidden(@Nullable String cause) {
        return new NumberFault(403, "forbidden", "requestor is unauthorized to perform operation", cause);
    }

    static NumberFault noChangeRequired() {
        return new NumberFault(400, "no_change_required", "no change required", null);
    }

    /** @param from where the number stood; null for one that did not exist */
    static NumberFault badTransition(@Nullable NumberState from, NumberState to) {
        String before = from == null ? "new" : from.spelt();
        return new NumberFault(
                400, "invalid_state_transition", "invalid state transition", "from " + before + " to " + to.spelt());
    }

    static NumberFault invalid(String reason) {
        return new NumberFault(400, "invalid", "invalid", reason);
    }

    /** The status of a reply that is about this number alone. */
    public int code() {
        return code;
    }

    /** Its name: {@code number_exists}. */
    public String error() {
        return error;
    }

    /** As replies have it. */
    public JsonObject json() {
        return JsonObject.builder()
                .put("code", code)
                .put("error", error)
                .put("cause", why)
                .put("message", getMessage())
                .build();
    }
}
