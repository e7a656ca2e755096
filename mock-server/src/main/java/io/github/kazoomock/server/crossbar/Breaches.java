package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.journal.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads broken rules back from the validation errors that a client gets. */
final class Breaches {
    private static final Pattern SEPARATOR = Pattern.compile("\\.|%2E");

    private Breaches() {}

    /** Each rule that a problem names; none when it is about something else. */
    static List<Breach> of(Problem problem) {
        if (!problem.breaches().isEmpty()) {
            return problem.breaches();
        }
        List<Breach> breaches = new ArrayList<>();
        if (problem.message().equals(Problems.VALIDATION) && problem.data() instanceof JsonObject fields) {
            fields.forEach((field, rules) -> {
                if (rules instanceof JsonObject object) {
                    object.forEach((rule, details) -> {
                        JsonObject said = details instanceof JsonObject known ? known : JsonObject.EMPTY;
                        breaches.add(new Breach(steps(field), rule, "", said));
                    });
                }
            });
        }
        return breaches;
    }

    /** The path that a field's name stands for. */
    static List<String> steps(String field) {
        return field.isEmpty() ? List.of() : List.of(SEPARATOR.split(field, -1));
    }
}
