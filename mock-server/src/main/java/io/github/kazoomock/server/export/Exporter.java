package io.github.kazoomock.server.export;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes contracts of a table and its schemas; what took place for one of them is not played again for the next. */
public final class Exporter {
    private final OperationTable table;
    private final SchemaRegistry schemas;
    private final Interactions interactions;
    private final JsonObject about;
    private final List<Operation> served;
    private final Map<String, List<Interaction>> played = new HashMap<>();
    private final Map<String, String> problems = new TreeMap<>();

    /**
     * Makes contracts.
     *
     * @param about what they tell of the mock: its version, its profile
     * @param served what of the table the profile and the settings serve
     */
    public Exporter(
            OperationTable table,
            SchemaRegistry schemas,
            Interactions interactions,
            JsonObject about,
            List<Operation> served) {
        this.about = about;
        this.table = table;
        this.schemas = schemas;
        this.interactions = interactions;
        this.served = List.copyOf(served);
    }

    /** What the table is made of. */
    public OperationTable table() {
        return table;
    }

    public SchemaRegistry schemas() {
        return schemas;
    }

    Interactions played() {
        return interactions;
    }

    /** The operations of the table that are served here, by id: a profile leaves some out. */
    public List<Operation> served() {
        return served;
    }

    /**
     * How these operations are asked and answered, by operation. What is not served here has none, and what cannot be
     * asked well here, for nobody is there to ask it, is among the {@link #problems}.
     */
    public List<Interaction> interactions(List<Operation> operations) {
        List<Interaction> all = new ArrayList<>();
        Set<String> wanted = operations.stream().map(Operation::id).collect(Collectors.toSet());
        served.stream().filter(each -> wanted.contains(each.id())).forEach(each -> all.addAll(of(each)));
        return List.copyOf(all);
    }

    /** Why these of the operations have no interactions, by id. */
    public Map<String, String> problems(List<Operation> operations) {
        interactions(operations);
        Map<String, String> found = new TreeMap<>();
        synchronized (this) {
            operations.forEach(operation -> {
                String why = problems.get(operation.id());
                if (why != null) {
                    found.put(operation.id(), why);
                }
            });
        }
        return found;
    }

    /**
     * A file of Pact.
     *
     * @throws IllegalArgumentException when the scope names what is not there
     */
    public JsonObject pact(String consumer, Scope scope) {
        return new PactWriter(table, schemas).write(consumer, interactions(scope.of(table)), about);
    }

    /**
     * A file of stub mappings for WireMock.
     *
     * @throws IllegalArgumentException when the scope names what is not there
     */
    public JsonObject stubs(Scope scope) {
        return Stubs.of(interactions(scope.of(table)));
    }

    private synchronized List<Interaction> of(Operation operation) {
        return played.computeIfAbsent(operation.id(), id -> {
            try {
                return interactions.of(operation);
            } catch (StateProblem e) {
                problems.put(id, e.getMessage());
                return List.of();
            }
        });
    }
}
