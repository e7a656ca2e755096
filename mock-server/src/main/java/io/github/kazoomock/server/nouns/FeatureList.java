package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Collects what the row of a document says it has (pbx sheet 1.1 and 5). */
final class FeatureList {
    private final JsonObject document;
    private final List<Json> features;

    /** @param own the features that the document names itself */
    FeatureList(JsonObject document, JsonArray own) {
        this.document = document;
        this.features = new ArrayList<>(own.values());
    }

    /** What SmartPBX switched on. */
    FeatureList smartPbx() {
        JsonObject smartPbx = document.object("smartpbx");
        smartPbx.keys().forEach(name -> add(name, smartPbx.isTrue(name, "enabled")));
        return this;
    }

    /** A feature that the document has when there is a text at the path. */
    FeatureList set(String name, String... path) {
        String text = document.text(path);
        return add(name, text != null && !text.isEmpty());
    }

    FeatureList add(String name, boolean has) {
        if (has) {
            features.add(Json.of(name));
        }
        return this;
    }

    JsonArray toJson() {
        return new JsonArray(features);
    }
}
