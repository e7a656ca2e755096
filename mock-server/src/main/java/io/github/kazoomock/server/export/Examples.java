package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
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

    /** Those of the nouns that are served; a noun needs none. */
    static Examples of(Set<String> nouns) {
        Examples examples = new Examples();
        JsonObject all = resource("things");
        if (all != null) {
            all.forEach((name, thing) -> examples.things.put(name, (JsonObject) thing));
        }
        for (String noun : nouns) {
            JsonObject own = resource(noun);
            if (own != null) {
                own.forEach((id, example) -> examples.operations.put(id, Example.read((JsonObject) example)));
            }
        }
        return examples;
    }

    /** Of an operation; an empty one where nothing needs to be said. */
    Example of(String operation) {
        return operations.getOrDefault(operation, Example.NONE);
    }

    /** The ids of the operations that something is said about. */
    Set<String> operations() {
        return Set.copyOf(operations.keySet());
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
