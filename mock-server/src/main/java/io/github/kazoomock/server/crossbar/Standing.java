package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Option;
import io.github.kazoomock.server.sandbox.Sandbox;

/** The refusals of disabled accounts and expired trials (decision A1). */
public final class Standing {
    private Standing() {}

    /** The account is switched off. */
    public static Problem disabled(Sandbox sandbox) {
        return problem(sandbox, "disabled", JsonObject.of("message", Json.of("account disabled")));
    }

    /**
     * The trial of the account is over.
     *
     * @param at Gregorian seconds
     */
    public static Problem trialOver(Sandbox sandbox, long at) {
        JsonObject details = JsonObject.of("message", Json.of("account expired"), "cause", Json.of(at));
        return problem(sandbox, "expired", details);
    }

    private static Problem problem(Sandbox sandbox, String rule, JsonObject details) {
        JsonObject data = JsonObject.EMPTY.with(details, "account", rule);
        return sandbox.has(Option.LOCKED_423) ? new Problem(423, "locked", data) : Problems.validation(data);
    }
}
