package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What no declaration and no schema can say: how some operations are asked well. {@code things.json} says what a hole
 * stands for in all of them, a file named as a noun what its operations need beside that.
 */
final class Examples {
    private final Map<String, JsonObject> things = new HashMap<>();
    private final Map<String, Example> operations = new HashMap<>();

    /** Those of the nouns of a table; a noun needs none, and another name of a noun has the noun's. */
    static Examples of(OperationTable table) {
        Examples examples = new Examples();
        JsonObject all = resource("things");
        if (all != null) {
            all.forEach((name, thing) -> examples.things.put(name, (JsonObject) thing));
        }
        for (String noun : table.nouns().keySet()) {
            JsonObject own = resource(noun);
            if (own != null) {
                own.forEach((id, example) -> examples.operations.put(id, Example.read((JsonObject) example)));
            }
        }
        Map<String, Example> aliases = new HashMap<>();
        for (Operation operation : table.operations()) {
            if (!examples.operations.containsKey(operation.id())) {
                table.operations().stream()
                        .filter(other -> isAlias(operation, other))
                        .filter(other -> examples.operations.containsKey(other.id()))
                        .forEach(other -> aliases.put(operation.id(), examples.of(other.id())));
            }
        }
        examples.operations.putAll(aliases);
        return examples;
    }

    private static boolean isAlias(Operation operation, Operation other) {
        return operation.handler() == other.handler()
                && operation.verb() == other.verb()
                && operation.pattern().steps().equals(other.pattern().steps())
                && !operation.pattern().noun().equals(other.pattern().noun());
    }

    /** All but what is said of an operation. */
    Examples without(String operation) {
        Examples others = new Examples();
        others.things.putAll(things);
        others.operations.putAll(operations);
        others.operations.remove(operation);
        return others;
    }

    /** Of an operation; an empty one where nothing needs to be said. */
    Example of(String operation) {
        return operations.getOrDefault(operation, Example.NONE);
    }

    /** The ids of the operations that something is said about. */
    Set<String> operations() {
        return Set.copyOf(operations.keySet());
    }

    /** The names of the holes that something is said about. */
    Set<String> things() {
        return Set.copyOf(things.keySet());
    }

    @Nullable
    JsonObject thing(String hole) {
        return things.get(hole);
    }

    private static @Nullable JsonObject resource(String name) {
        try (InputStream in = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
            return in == null ? null : (JsonObject) Json.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
