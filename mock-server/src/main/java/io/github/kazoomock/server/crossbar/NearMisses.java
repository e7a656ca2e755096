package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which operations somebody may have meant whose request none served. */
public final class NearMisses {
    private static final int MOST = 3;

    /** A method is easily mistaken, and so is a letter of a word; a step too many or too few is another path. */
    private static final double OTHER_METHOD = 0.5;

    private static final double OTHER_STEP = 1;
    private static final double WORD_FOR_AN_ID = 0.4;
    private static final double FARTHEST = 1.5;

    /** The share of letters beyond which it is another word. */
    private static final double MISSPELT = 0.34;

    private static final Pattern VERSION = Pattern.compile("^/+v\\d+(?=/|$)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}|\\d{6}-[0-9a-f]{32}");

    private final OperationTable table;

    public NearMisses(OperationTable table) {
        this.table = table;
    }

    private record Candidate(Operation operation, String path, double distance) {}

    /**
     * The closest ones first, like {@code GET accounts/{ACCOUNT_ID}/users}; none when an operation was asked as it is,
     * and refused for something else.
     *
     * @param path raw, without the prefix of a sandbox
     */
    public List<String> of(String method, String path, Sandbox sandbox) {
        return of(method, path, operation -> operation.isServed(sandbox));
    }

    /** The same, whoever decides what is served. */
    List<String> of(String method, String path, Predicate<Operation> served) {
        String rest = VERSION.matcher(path).replaceFirst("");
        List<String> steps = steps(rest);
        double misplaced = rest.equals(path) ? OTHER_METHOD : 0;
        List<Candidate> candidates = new ArrayList<>();
        for (Operation operation : table.operations()) {
            if (!served.test(operation)) {
                continue;
            }
            double other = operation.verb().name().equalsIgnoreCase(method) ? 0 : OTHER_METHOD;
            for (String template : operation.templates()) {
                List<String> declared = steps(template);
                if (Math.abs(declared.size() - steps.size()) <= FARTHEST) {
                    double distance = distance(steps, declared) + other + misplaced;
                    if (distance <= FARTHEST) {
                        candidates.add(new Candidate(operation, String.join("/", declared), distance));
                    }
                }
            }
        }
        boolean exact = candidates.stream().anyMatch(candidate -> candidate.distance == 0);
        return exact
                ? List.of()
                : candidates.stream()
                        .sorted(Comparator.comparingDouble(Candidate::distance).thenComparing(Candidate::path))
                        .map(candidate -> candidate.operation.verb() + " " + candidate.path)
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (!step.isEmpty()) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** The cheapest way from one path to the other, step by step. */
    private static double distance(List<String> asked, List<String> declared) {
        double[][] cost = new double[asked.size() + 1][declared.size() + 1];
        for (int i = 0; i <= asked.size(); i++) {
            for (int j = 0; j <= declared.size(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = (i + j) * OTHER_STEP;
                } else {
                    double replaced = cost[i - 1][j - 1] + distance(asked.get(i - 1), declared.get(j - 1));
                    cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + OTHER_STEP);
                }
            }
        }
        return cost[asked.size()][declared.size()];
    }

    private static double distance(String asked, String declared) {
        if (declared.startsWith("{")) {
            return ID.matcher(asked).matches() || !EndpointNames.ALL.contains(asked) ? 0 : WORD_FOR_AN_ID;
        }
        if (asked.equals(declared)) {
            return 0;
        }
        double letters = NearestWord.distance(asked, declared);
        double share = letters / Math.max(asked.length(), declared.length());
        return share <= MISSPELT ? share : 2 * OTHER_STEP;
    }
}
