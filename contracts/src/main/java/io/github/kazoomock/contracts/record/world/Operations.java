package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which operation of the table an exchange is. */
final class Operations {
    private final List<Path> paths;

    /** A published path of an operation; a step in braces takes anything. */
    private record Path(Operation operation, List<String> steps) {
        boolean matches(List<String> asked) {
            if (asked.size() != steps.size()) {
                return false;
            }
            for (int i = 0; i < asked.size(); i++) {
                if (!isHole(steps.get(i)) && !steps.get(i).equals(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }

        long literals() {
            return steps.stream().filter(step -> !isHole(step)).count();
        }

        private static boolean isHole(String step) {
            return step.startsWith("{");
        }
    }

    Operations(OperationTable table) {
        this.paths = table.operations().stream()
                .flatMap(operation -> templates(operation).map(template -> new Path(operation, split(template))))
                .sorted(Comparator.comparingLong(Path::literals).reversed())
                .toList();
    }

    /** The published ones, and what KAZOO takes under every user, device and group. */
    private static Stream<String> templates(Operation operation) {
        return Stream.concat(
                        operation.templates().stream(),
                        Stream.of("users", "devices", "groups")
                                .map(owner -> "/accounts/{ACCOUNT_ID}/" + owner + "/{OWNER_ID}/" + operation.pattern()))
                .distinct();
    }

    Optional<Asked> of(Exchange exchange) {
        List<String> steps = split(exchange.path());
        List<String> asked = steps.isEmpty() ? steps : steps.subList(1, steps.size());
        String account = asked.size() > 1 && asked.get(0).equals("accounts") ? asked.get(1) : "";
        return paths.stream()
                .filter(path -> path.operation().verb().name().equals(exchange.method()) && path.matches(asked))
                .findFirst()
                .map(path -> {
                    int arguments = path.operation().pattern().steps().size();
                    return new Asked(
                            exchange,
                            path.operation(),
                            account,
                            List.copyOf(asked.subList(asked.size() - arguments, asked.size())));
                });
    }

    private static List<String> split(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (!step.isEmpty()) {
                steps.add(decoded(step));
            }
        }
        return steps;
    }

    private static String decoded(String step) {
        try {
            return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return step;
        }
    }
}
