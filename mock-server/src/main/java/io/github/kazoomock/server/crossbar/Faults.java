package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.Violation;
import io.github.kazoomock.server.journal.Breach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The validation errors of one request: field path to rule to details (core sheet 7.3).
 *
 * <p>How paths are spelt and whether several rules may share a field depends on noun and profile.
 */
public final class Faults {
    private final boolean lastRuleOnly;
    private final String separator;
    private final Map<String, JsonObject> fields = new LinkedHashMap<>();
    private final List<Breach> breaches = new ArrayList<>();

    private Faults(boolean lastRuleOnly, String separator) {
        this.lastRuleOnly = lastRuleOnly;
        this.separator = separator;
    }

    /**
     * No errors yet.
     *
     * @param lastRuleOnly a later rule on a field replaces the earlier one (decision H17)
     * @param escapesDots nested fields of schema errors are joined by {@code %2E} (decision H18)
     */
    public static Faults none(boolean lastRuleOnly, boolean escapesDots) {
        return new Faults(lastRuleOnly, escapesDots ? "%2E" : ".");
    }

    /** Adds what a schema found. */
    public void add(List<Violation> violations) {
        for (Violation violation : violations) {
            breaches.add(new Breach(violation.path(), violation.rule(), violation.keyword(), violation.details()));
            put(path(violation.path()), violation.rule(), violation.details());
        }
    }

    /** Adds a rule with a text. */
    public void add(String field, String rule, String message) {
        add(field, rule, JsonObject.of("message", Json.of(message)));
    }

    /** Adds a rule with a text and the value that caused it. */
    public void add(String field, String rule, String message, Json cause) {
        add(field, rule, JsonObject.of("message", Json.of(message), "cause", cause));
    }

    /** Adds a rule with its details. */
    public void add(String field, String rule, JsonObject details) {
        breaches.add(new Breach(Breaches.steps(field), rule, "", details));
        put(field, rule, details);
    }

    private void put(String field, String rule, JsonObject details) {
        JsonObject known = lastRuleOnly ? JsonObject.EMPTY : fields.getOrDefault(field, JsonObject.EMPTY);
        fields.put(field, known.with(details, rule));
    }

    /** Refuses the request if there is any error. */
    public void refuse() {
        if (!fields.isEmpty()) {
            throw refusal();
        }
    }

    /** Ends the request with these errors. */
    public Refusal refusal() {
        return new Problem(400, Problems.VALIDATION, JsonObject.of(fields), breaches).refusal();
    }

    private String path(List<String> steps) {
        return String.join(
                separator, steps.stream().map(step -> step.replace(".", "%2E")).toList());
    }
}
