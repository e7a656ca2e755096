package io.github.kazoomock.server.crossbar;

import java.util.Arrays;
import java.util.List;

/**
 * The last noun of a path and its arguments: {@code accounts/{ACCOUNT_ID}/children}. A step in braces takes any
 * argument.
 */
public record Pattern(String noun, List<String> steps) {
    public Pattern {
        steps = List.copyOf(steps);
    }

    /** Reads {@code users/{USER_ID}}. */
    public static Pattern of(String text) {
        List<String> parts = Arrays.asList(text.split("/"));
        return new Pattern(parts.get(0), parts.subList(1, parts.size()));
    }

    boolean matches(List<String> arguments) {
        if (arguments.size() != steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!isHole(steps.get(i)) && !steps.get(i).equals(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many steps are spelt out; the pattern with more of them wins. */
    long literals() {
        long count = 0;
        for (String step : steps) {
            count += isHole(step) ? 0 : 1;
        }
        return count;
    }

    private static boolean isHole(String step) {
        return step.startsWith("{");
    }

    @Override
    public String toString() {
        return steps.isEmpty() ? noun : noun + "/" + String.join("/", steps);
    }
}
