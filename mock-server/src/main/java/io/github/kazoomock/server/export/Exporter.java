package io.github.kazoomock.server.export;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes contracts of a table and its schemas; what took place for one of them is not played again for the next. */
public final class Exporter {
    private final OperationTable table;
    private final SchemaRegistry schemas;
    private final Interactions interactions;
    private final JsonObject about;
    private final Map<String, List<Interaction>> played = new HashMap<>();

    /**
     * Makes contracts.
     *
     * @param about what they tell of the mock: its version, its profile
     */
    public Exporter(OperationTable table, SchemaRegistry schemas, Interactions interactions, JsonObject about) {
        this.about = about;
        this.table = table;
        this.schemas = schemas;
        this.interactions = interactions;
    }

    /** What the table is made of. */
    public OperationTable table() {
        return table;
    }

    public SchemaRegistry schemas() {
        return schemas;
    }

    /**
     * How these operations are asked and answered, by operation.
     *
     * @throws StateProblem when an operation cannot be asked well
     */
    public List<Interaction> interactions(List<Operation> operations) {
        List<Interaction> all = new ArrayList<>();
        operations.forEach(operation -> all.addAll(of(operation)));
        return List.copyOf(all);
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
        List<Interaction> known = played.get(operation.id());
        if (known == null) {
            known = interactions.of(operation);
            played.put(operation.id(), known);
        }
        return known;
    }
}
