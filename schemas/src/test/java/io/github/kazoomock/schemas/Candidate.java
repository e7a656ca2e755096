package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;

/**
 * A value for one place of a document, made to break a rule there or below.
 *
 * @param at where the rule is broken, from this value, as a JSON pointer
 * @param rule the rule; empty when the value is odd yet may pass
 * @param certain whether the violation is sure to be reported there: not inside alternatives
 */
record Candidate(Json value, String at, String rule, boolean certain) {

    static Candidate breaking(String rule, Json value) {
        return new Candidate(value, "", rule, true);
    }

    static Candidate odd(String what, Json value) {
        return new Candidate(value, "", what, false);
    }

    Candidate inside(String step, Json whole) {
        return new Candidate(whole, "/" + step + at, rule, certain);
    }

    /** The same value, in a place where an alternative may hide what is wrong. */
    Candidate perhaps() {
        return new Candidate(value, at, rule, false);
    }

    Case named(JsonObject document) {
        return new Case(at + " " + rule, document, certain ? at + " " + rule : "");
    }
}
