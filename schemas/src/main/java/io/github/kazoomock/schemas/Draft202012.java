package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * KAZOO's schemas in the words of JSON Schema 2020-12, which any tool of today reads.
 *
 * <p>A converted schema accepts and refuses the documents that the schema itself does, including what KAZOO checks in
 * code (client URLs, the data of a callflow's module); two things 2020-12 cannot say: that {@code 1.0} is no integer,
 * and that a text is a regular expression. Defaults and casts are no part of a schema: {@link Reading#SENT} knows the
 * defaults.
 */
public final class Draft202012 {
    /** The {@code $schema} of every bundle. */
    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final String URN = "urn:kazoo-mock:schemas";
    private static final String DEFS = "#/$defs/";

    private final SchemaRegistry schemas;

    public Draft202012(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    /**
     * One schema in other words.
     *
     * @param refers ids of the schemas that it refers to, sorted
     */
    public record Converted(JsonObject schema, Set<String> refers) {
        public Converted {
            refers = new TreeSet<>(refers);
        }
    }

    /**
     * The schema of that id, without {@code $schema} and {@code $id}.
     *
     * @param place what a {@code $ref} to an id becomes: {@code caller_id} to {@code #/components/schemas/caller_id};
     *     asked with its own id, too, because inner references begin there
     * @throws IllegalArgumentException when there is no schema of that id
     */
    public Converted convert(String id, Reading reading, UnaryOperator<String> place) {
        JsonObject schema = schema(id);
        if (schema == null) {
            throw new IllegalArgumentException("no schema " + id);
        }
        Conversion conversion = new Conversion(schemas, id, reading, place);
        JsonObject converted = conversion.schema(schema);
        return new Converted(converted, conversion.referred());
    }

    /**
     * The schema of that id with all that it refers to under {@code $defs}; its {@code $id} is a URN, because nothing
     * is to be fetched.
     *
     * @throws IllegalArgumentException when there is no schema of that id
     */
    public JsonObject bundle(String id) {
        UnaryOperator<String> place = other -> other.equals(id) ? "#" : DEFS + escaped(other);
        Converted root = convert(id, Reading.WHOLE, place);
        Map<String, JsonObject> defs = new TreeMap<>();
        collect(root.refers(), id, place, defs);
        JsonObject.Builder bundle = head(URN + ":" + escaped(id)).putAll(root.schema());
        if (!defs.isEmpty()) {
            bundle.put("$defs", JsonObject.of(defs).plus(root.schema().object("$defs")));
        }
        return bundle.build();
    }

    /** Every schema under {@code $defs} of one. */
    public JsonObject bundle() {
        Map<String, JsonObject> defs = new TreeMap<>();
        collect(new TreeSet<>(schemas.ids()), "", id -> DEFS + escaped(id), defs);
        return head(URN).put("$defs", JsonObject.of(defs)).build();
    }

    private void collect(Set<String> ids, String root, UnaryOperator<String> place, Map<String, JsonObject> defs) {
        for (String id : ids) {
            if (!id.equals(root) && !defs.containsKey(id)) {
                Converted converted = convert(id, Reading.WHOLE, place);
                defs.put(id, converted.schema());
                collect(converted.refers(), root, place, defs);
            }
        }
    }

    private @Nullable JsonObject schema(String id) {
        JsonObject schema = schemas.schema(id);
        return schema == null ? null : schema.without("id").without("$schema");
    }

    private static JsonObject.Builder head(String urn) {
        return JsonObject.builder().put("$schema", Json.of(DIALECT)).put("$id", Json.of(urn));
    }

    /** An id as a step of a JSON pointer in a fragment, and as a part of a URN. */
    private static String escaped(String id) {
        String pointer = id.replace("~", "~0").replace("/", "~1");
        return URLEncoder.encode(pointer, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
