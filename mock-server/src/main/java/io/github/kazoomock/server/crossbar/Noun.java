package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One Crossbar resource as the mock declares it.
 *
 * @param name as it stands in paths: {@code devices}
 * @param collection what fixtures call the file of its documents; mostly the name
 * @param type KAZOO's {@code pvt_type} of its documents; null when it keeps none
 * @param schema id of the schema of its documents; null when they have none
 * @param further other kinds of documents that it keeps: the messages of mailboxes
 */
public record Noun(
        String name,
        String collection,
        @Nullable String type,
        @Nullable String schema,
        List<Shelf> further,
        List<Index> indexes,
        List<Operation> operations) {

    /**
     * One kind of documents that a noun keeps in an account.
     *
     * @param collection what fixtures call their file
     * @param type {@code pvt_type}
     * @param schema null when they have none
     */
    public record Shelf(
            String collection, String type, @Nullable String schema) {}

    public Noun {
        further = List.copyOf(further);
        indexes = List.copyOf(indexes);
        operations = List.copyOf(operations);
    }

    /** A noun that keeps one kind of documents at most. */
    public Noun(
            String name,
            String collection,
            @Nullable String type,
            @Nullable String schema,
            List<Index> indexes,
            List<Operation> operations) {
        this(name, collection, type, schema, List.of(), indexes, operations);
    }

    /** Every kind of documents that it keeps, its own first. */
    public List<Shelf> shelves() {
        Stream<Shelf> own = type == null ? Stream.of() : Stream.of(new Shelf(collection, type, schema));
        return Stream.concat(own, further.stream()).toList();
    }

    /** The same with more evidence about its operations, which are keyed by id. */
    Noun with(Map<String, List<Evidence>> more) {
        List<Operation> founded = operations.stream()
                .map(operation ->
                        more.containsKey(operation.id()) ? operation.with(more.get(operation.id())) : operation)
                .toList();
        return new Noun(name, collection, type, schema, further, indexes, founded);
    }

    /** A noun that keeps no documents. */
    public static Noun of(String name, Operation... operations) {
        return new Noun(name, name, null, null, List.of(), List.of(operations));
    }
}
