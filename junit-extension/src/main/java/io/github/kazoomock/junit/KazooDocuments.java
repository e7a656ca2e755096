package io.github.kazoomock.junit;

import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents that one schema accepts, as a source for property tests. */
public final class KazooDocuments {
    private final Admin server;
    private final String schema;

    KazooDocuments(Admin server, String schema) {
        this.server = server;
        this.schema = schema;
    }

    /** Only what the schema requires. */
    public Map<String, @Nullable Object> minimal() {
        return made("minimal", 1);
    }

    /**
     * Some of what the schema knows.
     *
     * @param seed same seed, same document
     */
    public Map<String, @Nullable Object> typical(long seed) {
        return made("typical", seed);
    }

    /** Everything that the schema knows. */
    public Map<String, @Nullable Object> maximal() {
        return made("maximal", 1);
    }

    /** The minimal one, the maximal one, then typical ones without end. */
    public Stream<Map<String, @Nullable Object>> all() {
        return Stream.concat(
                Stream.of(minimal(), maximal()),
                LongStream.iterate(1, i -> i + 1).mapToObj(this::typical));
    }

    private Map<String, @Nullable Object> made(String size, long seed) {
        return server.get("documents/" + schema + "?size=" + size + "&seed=" + seed);
    }
}
