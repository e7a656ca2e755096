package io.github.kazoomock.schemas;

import io.github.kazoomock.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * KAZOO's JSON Schemas by id, and the checks of a request body that follow from them (core sheet 7.3, 7.4, 10.3).
 *
 * <p>Immutable and thread-safe. A schema is parsed when it is first asked for and compiled when it first validates.
 */
public final class SchemaRegistry {
    private static final SchemaRegistry BUNDLED = new SchemaRegistry(BundledSchemas.all());

    private final Map<String, Supplier<JsonObject>> sources;
    private final SchemaValidator validator;

    SchemaRegistry(Map<String, Supplier<JsonObject>> sources) {
        this.sources = new TreeMap<>(sources);
        this.validator = new SchemaValidator(this::source);
    }

    /** The schemas that come with the mock. */
    public static SchemaRegistry bundled() {
        return BUNDLED;
    }

    /**
     * These schemas, replaced and extended by the {@code *.json} files of a folder; a file's name without
     * {@code .json} is its id, as in the folder of a KAZOO release.
     *
     * @throws SchemaException naming every problem
     */
    public SchemaRegistry withFolder(Path folder) {
        Map<String, Supplier<JsonObject>> all = new TreeMap<>(sources);
        SchemaFolder.read(folder, all.keySet()).forEach((id, schema) -> all.put(id, () -> schema));
        return new SchemaRegistry(all);
    }

    /** Every id, sorted. */
    public List<String> ids() {
        return List.copyOf(sources.keySet());
    }

    public boolean has(String id) {
        return sources.containsKey(id);
    }

    /**
     * The schema as {@code GET /v2/schemas/ID} serves it: without the keys that start with {@code _}, with
     * {@code id}; null when there is none.
     */
    public @Nullable JsonObject schema(String id) {
        JsonObject source = source(id);
        return source == null
                ? null
                : source.filterKeys(key -> !key.startsWith("_")).toBuilder()
                        .put("id", id)
                        .build();
    }

    /**
     * Fills the defaults in, casts what can be cast when something is wrong, and reports every violation that is left.
     *
     * @throws IllegalArgumentException when there is no schema of that id
     */
    public Validation validate(String id, JsonObject document) {
        known(id);
        return validator.validate(id, document);
    }

    /**
     * Fills the defaults in and checks nothing: what {@link #validate} makes of a document that is valid, in a fraction
     * of the time.
     *
     * @throws IllegalArgumentException when there is no schema of that id
     */
    public JsonObject withDefaults(String id, JsonObject document) {
        known(id);
        return validator.withDefaults(id, document);
    }

    private void known(String id) {
        if (!has(id)) {
            throw new IllegalArgumentException("no schema " + id + "; there are " + ids());
        }
    }

    private @Nullable JsonObject source(String id) {
        Supplier<JsonObject> source = sources.get(id);
        return source == null ? null : source.get();
    }
}
