package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Valid documents of any schema, made from nothing or from what somebody began to write. */
public final class SampleDocuments {
    private final SchemaRegistry schemas;
    private final boolean isReadable;

    /** Documents whose texts try what a schema takes: ids, dates and addresses where a name is meant. */
    public SampleDocuments(SchemaRegistry schemas) {
        this(schemas, false);
    }

    private SampleDocuments(SchemaRegistry schemas, boolean isReadable) {
        this.schemas = schemas;
        this.isReadable = isReadable;
    }

    /** Documents whose texts are what people would write there, where that is known. */
    public static SampleDocuments readable(SchemaRegistry schemas) {
        return new SampleDocuments(schemas, true);
    }

    /** How much of what is optional a document has. */
    public enum Size {
        /** What the schema requires. */
        MINIMAL,
        /** Some of it, chosen by the seed. */
        TYPICAL,
        /** Every property that the schema knows. */
        MAXIMAL;

        /** In lower case, as users write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The size of a word. */
        public static Optional<Size> named(String word) {
            return List.of(values()).stream()
                    .filter(size -> size.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * A document that the schema accepts.
     *
     * @param seed same seed, same document
     * @throws IllegalArgumentException when there is no schema of that id, or no object is valid
     */
    public JsonObject make(String id, Size size, long seed) {
        if (!schemas.has(id)) {
            throw new IllegalArgumentException("no schema " + id);
        }
        if (samples(seed).sample(schema(id), size) instanceof JsonObject document) {
            return document;
        }
        throw new IllegalArgumentException("the schema " + id + " is not one of documents");
    }

    /**
     * The document with every property that is required and missing, in it and in the objects that it has.
     *
     * @param id none of ours leaves the document as it is
     * @param name what stands under {@code name} where that is required
     */
    public JsonObject completed(String id, JsonObject document, String name) {
        if (!schemas.has(id)) {
            return document;
        }
        Samples samples = samples(0);
        JsonObject schema = samples.resolve(schema(id));
        boolean nameless =
                schema.array("required").texts().contains("name") && !document.has("name") && !name.isEmpty();
        return completed(samples, schema, nameless ? document.with(Json.of(name), "name") : document);
    }

    private JsonObject completed(Samples samples, JsonObject schema, JsonObject document) {
        JsonObject all = document;
        for (Json part : schema.array("allOf")) {
            all = completed(samples, samples.resolve((JsonObject) part), all);
        }
        JsonObject properties = schema.object("properties");
        JsonObject.Builder result = all.toBuilder();
        for (String required : schema.array("required").texts()) {
            if (!all.has(required)) {
                result.put(required, samples.property(schema, required, Size.MINIMAL));
            }
        }
        all.forEach((key, value) -> result.put(key, inside(samples, properties.object(key), value)));
        return result.build();
    }

    private Json inside(Samples samples, JsonObject written, Json value) {
        JsonObject schema = samples.resolve(written);
        if (value instanceof JsonObject object) {
            return completed(samples, schema, object);
        }
        if (!(value instanceof JsonArray array)) {
            return value;
        }
        List<Json> items = new ArrayList<>();
        array.forEach(item -> items.add(inside(samples, schema.object("items"), item)));
        return new JsonArray(items);
    }

    private Samples samples(long seed) {
        return new Samples(schemas::schema, seed, isReadable);
    }

    private static JsonObject schema(String id) {
        return JsonObject.of("$ref", Json.of(id));
    }
}
