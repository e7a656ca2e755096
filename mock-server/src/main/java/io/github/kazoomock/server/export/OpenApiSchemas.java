package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.Draft202012;
import io.github.kazoomock.schemas.Reading;
import io.github.kazoomock.schemas.SchemaRegistry;
import java.util.Map;
import java.util.TreeMap;

/** The components of a document that are KAZOO's schemas: those that something refers to, and what they refer to. */
final class OpenApiSchemas {
    private static final String PLACE = "#/components/schemas/";

    private final SchemaRegistry schemas;
    private final Draft202012 draft;
    private final Map<String, JsonObject> components = new TreeMap<>();

    OpenApiSchemas(SchemaRegistry schemas) {
        this.schemas = schemas;
        this.draft = new Draft202012(schemas);
    }

    /** Refers to a component that stands in the document already. */
    static JsonObject refer(String component) {
        return JsonObject.of("$ref", Json.of(PLACE + component));
    }

    /** Refers to a schema in a reading, which becomes a component. */
    JsonObject refer(String id, Reading reading) {
        add(id, reading);
        return refer(name(id, reading));
    }

    /** Refers to what a schema says of one property. */
    JsonObject referToProperty(String id, Reading reading, String property) {
        add(id, reading);
        String step = property.replace("~", "~0").replace("/", "~1");
        return refer(name(id, reading) + "/properties/" + step);
    }

    boolean has(String id) {
        return schemas.has(id);
    }

    /** The schema in this reading, for questions about it. */
    JsonObject schema(String id, Reading reading) {
        return draft.convert(id, reading, other -> PLACE + name(other, reading)).schema();
    }

    SchemaRegistry registry() {
        return schemas;
    }

    /** Everything that was referred to so far, by name. */
    JsonObject components() {
        return JsonObject.of(components);
    }

    private void add(String id, Reading reading) {
        String name = name(id, reading);
        if (!components.containsKey(name)) {
            Draft202012.Converted converted = draft.convert(id, reading, other -> PLACE + name(other, reading));
            components.put(name, converted.schema());
            converted.refers().forEach(other -> add(other, reading));
        }
    }

    /** Names of components have few characters; ids of our own schemas have no others. */
    private static String name(String id, Reading reading) {
        String name = id.replaceAll("[^A-Za-z0-9._-]", "_");
        return reading == Reading.SENT ? name : name + "." + reading.word();
    }
}
