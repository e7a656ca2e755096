package io.github.kazoomock.contracts.check;

import io.github.kazoomock.server.crossbar.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which operations a consumer uses, how often, and how sure we are of them: what a team relies on. */
public final class Usage {
    private final Map<Operation, Integer> uses =
            new TreeMap<>(Comparator.comparing(Operation::grade).thenComparing(Operation::id));

    Usage() {}

    void add(Operation operation) {
        uses.merge(operation, 1, Integer::sum);
    }

    /** The ids of the operations. */
    public Set<String> operations() {
        return uses.keySet().stream().map(Operation::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One line an operation, those that we are least sure of first; empty when none is used. */
    public List<String> lines() {
        int longest = uses.keySet().stream()
                .mapToInt(operation -> operation.id().length())
                .max()
                .orElse(0);
        int words = uses.keySet().stream()
                .mapToInt(operation -> operation.grade().words().length())
                .max()
                .orElse(0);
        return uses.entrySet().stream()
                .map(each -> padded(each.getKey().id(), longest) + "  "
                        + padded(each.getKey().grade().words(), words) + "  "
                        + (each.getValue() == 1 ? "once" : each.getValue() + " times"))
                .toList();
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(width - word.length());
    }
}
