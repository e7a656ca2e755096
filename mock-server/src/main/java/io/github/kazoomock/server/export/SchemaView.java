package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import org.jspecify.annotations.Nullable;

/** A place in a KAZOO schema, as far as it can be followed; empty where nothing is said. */
record SchemaView(SchemaRegistry schemas, JsonObject here) {

    /** A whole schema; says nothing when there is none of this id. */
    static SchemaView of(SchemaRegistry schemas, @Nullable String id) {
        return new SchemaView(schemas, JsonObject.EMPTY).resolved(id);
    }

    /** What is said of a property. */
    SchemaView property(String name) {
        Json said = here.object("properties").get(name);
        return said instanceof JsonObject schema ? followed(schema) : nothing();
    }

    /** What is said of the elements of an array. */
    SchemaView items() {
        return here.get("items") instanceof JsonObject schema ? followed(schema) : nothing();
    }

    /** The values that a text may have; empty for any. */
    JsonArray values() {
        return here.array("enum");
    }

    @Nullable
    String pattern() {
        return here.text("pattern");
    }

    long number(String keyword, long fallback) {
        return here.integer(fallback, keyword);
    }

    boolean says(String keyword) {
        return here.has(keyword);
    }

    private SchemaView followed(JsonObject schema) {
        String reference = schema.text("$ref");
        return reference == null ? new SchemaView(schemas, schema) : resolved(reference);
    }

    private SchemaView resolved(@Nullable String id) {
        JsonObject schema = id == null || !schemas.has(id) ? null : schemas.schema(id);
        return schema == null ? nothing() : new SchemaView(schemas, schema);
    }

    private SchemaView nothing() {
        return new SchemaView(schemas, JsonObject.EMPTY);
    }
}
