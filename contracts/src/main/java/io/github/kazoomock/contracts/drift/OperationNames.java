package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.server.crossbar.Operation;
import java.util.Comparator;
import java.util.List;

/** What KAZOO calls the thing that a method and a path come to. */
final class OperationNames {
    private final List<Known> known;

    private record Known(Operation operation, String method, List<String> steps, long literals) {
        boolean matches(String wanted, List<String> path) {
            if (!method.equals(wanted) || steps.size() != path.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!steps.get(i).startsWith("{") && !steps.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    OperationNames(List<Operation> operations) {
        known = operations.stream()
                .flatMap(operation -> operation.templates().stream().map(template -> {
                    List<String> steps = steps(template);
                    long literals =
                            steps.stream().filter(step -> !step.startsWith("{")).count();
                    return new Known(operation, operation.verb().name(), steps, literals);
                }))
                .sorted(Comparator.comparingLong(Known::literals).reversed())
                .toList();
    }

    /**
     * The id of the operation, or method and path when no operation is known for them.
     *
     * @param path below {@code /v2}; holes and ids stand for themselves
     */
    String of(String method, String path) {
        List<String> steps = steps(path.replaceFirst("^/v2", ""));
        return known.stream()
                .filter(each -> each.matches(method, steps))
                .findFirst()
                .map(each -> each.operation.id())
                .orElse(method + " " + Shown.withoutIds(path));
    }

    private static List<String> steps(String path) {
        return List.of(path.replaceAll("^/+|/+$", "").split("/"));
    }
}
