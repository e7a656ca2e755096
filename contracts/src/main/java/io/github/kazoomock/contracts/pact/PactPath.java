package io.github.kazoomock.contracts.pact;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a body as Pact writes it: {@code $.data[0]['a b']}.
 *
 * @param steps keys and indexes, without the {@code $}
 */
record PactPath(List<String> steps) {
    PactPath {
        steps = List.copyOf(steps);
    }

    static PactPath parse(String text) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        int at = text.startsWith("$") ? 1 : 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '.' || character == '[') {
                end(step, steps);
                boolean quoted = text.startsWith("['", at);
                int closed = quoted ? text.indexOf("']", at + 2) : -1;
                if (closed > 0) {
                    steps.add(text.substring(at + 2, closed));
                    at = closed + 1;
                }
            } else if (character == ']') {
                end(step, steps);
            } else if (character != '/' || at > 0) {
                step.append(character);
            }
            at++;
        }
        end(step, steps);
        return new PactPath(steps);
    }

    private static void end(StringBuilder step, List<String> steps) {
        if (!step.isEmpty()) {
            steps.add(step.toString());
            step.setLength(0);
        }
    }

    /** As a JSON pointer; empty for the whole. */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        steps.forEach(step -> pointer.append(Pointer.step(step)));
        return pointer.toString();
    }

    /** As Pact's matching rules look it up. */
    List<String> inPact() {
        List<String> all = new ArrayList<>(List.of("$"));
        all.addAll(steps);
        return all;
    }

    PactPath first(int count) {
        return new PactPath(steps.subList(0, count));
    }

    PactPath plus(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new PactPath(longer);
    }

    /** What is there; null when nothing is. */
    @Nullable
    Json in(@Nullable Json json) {
        return in(json, false);
    }

    /** The same in an example, whose first element stands for those that it has not. */
    @Nullable
    Json inExample(@Nullable Json json) {
        return in(json, true);
    }

    private @Nullable Json in(@Nullable Json json, boolean firstForAll) {
        Json at = json;
        for (String step : steps) {
            if (at instanceof JsonObject object) {
                at = object.get(step);
            } else if (at instanceof JsonArray array && step.matches("\\d{1,9}")) {
                int index = Integer.parseInt(step);
                boolean there = index < array.size();
                at = there ? array.get(index) : firstForAll && array.size() > 0 ? array.get(0) : null;
            } else {
                return null;
            }
        }
        return at;
    }
}
