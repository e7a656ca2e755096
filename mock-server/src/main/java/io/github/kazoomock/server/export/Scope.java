package io.github.kazoomock.server.export;

import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which operations are exported: nothing said means all of them. */
public record Scope(Set<String> nouns, Set<String> operations) {
    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        nouns = Set.copyOf(nouns);
        operations = Set.copyOf(operations);
    }

    /**
     * Those of a table.
     *
     * @throws IllegalArgumentException when a noun or an operation is none of the table
     */
    public List<Operation> of(OperationTable table) {
        List<String> unknown = new ArrayList<>();
        nouns.stream().filter(noun -> !table.nouns().containsKey(noun)).forEach(unknown::add);
        operations.stream().filter(id -> table.operation(id).isEmpty()).forEach(unknown::add);
        if (!unknown.isEmpty()) {
            unknown.sort(null);
            throw new IllegalArgumentException("no noun or operation is called " + String.join(", ", unknown)
                    + "; `kazoo-mock operations` lists them");
        }
        return chosen(table.operations());
    }

    private List<Operation> chosen(Collection<Operation> all) {
        return all.stream()
                .filter(each -> (nouns.isEmpty() && operations.isEmpty())
                        || nouns.contains(each.pattern().noun())
                        || operations.contains(each.id()))
                .toList();
    }
}
