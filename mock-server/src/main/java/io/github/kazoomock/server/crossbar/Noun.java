package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.world.Index;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Crossbar resource as the mock declares it.
 *
 * @param name as it stands in paths: {@code devices}
 * @param collection what fixtures call the file of its documents; mostly the name
 * @param type KAZOO's {@code pvt_type} of its documents; null when it keeps none
 * @param schema id of the schema of its documents; null when they have none
 */
public record Noun(
        String name,
        String collection,
        @Nullable String type,
        @Nullable String schema,
        List<Index> indexes,
        List<Operation> operations) {
    public Noun {
        indexes = List.copyOf(indexes);
        operations = List.copyOf(operations);
    }

    /** A noun that keeps no documents. */
    public static Noun of(String name, Operation... operations) {
        return new Noun(name, name, null, null, List.of(), List.of(operations));
    }
}
