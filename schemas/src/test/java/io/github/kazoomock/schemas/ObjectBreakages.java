package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What an object can have too much or too little of. */
final class ObjectBreakages {
    private ObjectBreakages() {}

    static List<Candidate> of(JsonObject schema, Samples samples) {
        JsonObject small = (JsonObject) samples.sample(plain(schema), SampleDocuments.Size.MINIMAL);
        List<Candidate> found = new ArrayList<>();
        for (String name : schema.array("required").texts()) {
            JsonObject property = schema.object("properties", name);
            Candidate missing = Candidate.breaking("required", small.without(name));
            boolean filled = property.has("default") && property.has("type");
            found.add(new Candidate(missing.value(), "/" + name, "required", !filled));
        }
        boolean closed = schema.get("additionalProperties") == JsonLiteral.FALSE;
        if (closed && schema.object("patternProperties").get(".+") == null) {
            found.add(new Candidate(small.with(Json.of(1), "un known"), "/un known", "additionalProperties", true));
        } else if (!schema.has("additionalProperties")) {
            found.add(Candidate.odd("unknown", small.with(JsonLiteral.NULL, "un known")));
        }
        found.add(Candidate.odd("empty", JsonObject.EMPTY));
        return found;
    }

    /** Without alternatives beside the properties, which would choose a sample of their own. */
    static JsonObject plain(JsonObject schema) {
        return schema.without("oneOf").without("anyOf");
    }
}
