package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.fixtures.FixtureAttachment;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a document.
 *
 * @param content public and {@code pvt_} keys, without {@code id}
 * @param whole false when only a row of a list was seen
 */
record KnownDocument(JsonObject content, boolean whole, Map<String, FixtureAttachment> files) {
    static final KnownDocument UNKNOWN = new KnownDocument(JsonObject.EMPTY, false, Map.of());

    KnownDocument {
        files = Map.copyOf(files);
    }

    /** A row says so much of it; what the row computed is not part of a document that was read. */
    KnownDocument seen(JsonObject row) {
        JsonObject news = whole ? row.filterKeys(content::has) : row;
        return new KnownDocument(content.plus(news), whole, files);
    }

    /** All of it was read; what lists and others told of its private part stays. */
    KnownDocument read(JsonObject document) {
        return new KnownDocument(hidden().plus(document), true, files);
    }

    KnownDocument with(String privateKey, Json value) {
        return new KnownDocument(content.with(value, privateKey), whole, files);
    }

    KnownDocument with(String name, FixtureAttachment file) {
        Map<String, FixtureAttachment> more = new TreeMap<>(files);
        more.put(name, file);
        return new KnownDocument(content, whole, more);
    }

    JsonObject hidden() {
        return content.filterKeys(key -> key.startsWith("pvt_"));
    }
}
