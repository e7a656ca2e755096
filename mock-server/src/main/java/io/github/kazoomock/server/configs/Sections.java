package io.github.kazoomock.server.configs;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;

/**
 * One config of the system: a section for all servers, others for zones and single servers, each stored as what differs
 * from what it stands on (configs sheet 9).
 *
 * @param defaults what the schema gives
 * @param stored the sections by name; what is no object is no section
 */
public record Sections(JsonObject defaults, JsonObject stored) {
    /** The section on which all others stand. */
    public static final String DEFAULT = "default";

    public Sections {
        stored = objects(stored);
    }

    /** All sections as stored, the default section with what the schema adds. */
    public JsonObject shown() {
        return stored.with(expanded(DEFAULT), DEFAULT);
    }

    /** All sections, each with what holds for it. */
    public JsonObject expanded() {
        JsonObject all = shown();
        for (String name : stored.keys()) {
            all = all.with(expanded(name), name);
        }
        return all;
    }

    /** One section as stored; empty when it is not. */
    public JsonObject section(String name) {
        return stored.object(name);
    }

    /** What holds for a section. */
    public JsonObject expanded(String name) {
        JsonObject all = deep(defaults, section(DEFAULT));
        return name.equals(DEFAULT) ? all : deep(all, section(name));
    }

    /** These sections and no others; each keeps what differs. */
    public Sections replace(JsonObject whole) {
        JsonObject sections = objects(whole);
        JsonObject all = deep(defaults, sections.object(DEFAULT));
        JsonObject.Builder kept = JsonObject.builder();
        for (String name : sections.keys()) {
            JsonObject own = sections.object(name).difference(name.equals(DEFAULT) ? defaults : all);
            if (!own.isEmpty()) {
                kept.put(name, own);
            }
        }
        return new Sections(defaults, kept.build());
    }

    /** All sections with a change on them: the whole that {@link #replace} takes. */
    public JsonObject patched(JsonObject change) {
        JsonObject whole = shown();
        for (String name : change.keys()) {
            whole = whole.has(name) ? whole.with(expanded(name), name) : whole;
        }
        return deep(whole, change);
    }

    /** One section replaced; it keeps what differs, and goes when nothing does. */
    public Sections with(String name, JsonObject whole) {
        JsonObject below = name.equals(DEFAULT) ? defaults : expanded(DEFAULT);
        JsonObject own = whole.difference(below);
        return own.isEmpty() ? without(name) : new Sections(defaults, stored.with(own, name));
    }

    /** Without one section. */
    public Sections without(String name) {
        return new Sections(defaults, stored.without(name));
    }

    /** Merges by key at every depth; unlike in documents an empty object changes nothing, {@code null} removes. */
    static JsonObject deep(JsonObject left, JsonObject right) {
        JsonObject merged = left;
        for (String key : right.keys()) {
            Json value = right.get(key);
            if (value == JsonLiteral.NULL || value == null) {
                merged = merged.without(key);
            } else if (value instanceof JsonObject object) {
                merged = merged.with(deep(left.object(key), object), key);
            } else {
                merged = merged.with(value, key);
            }
        }
        return merged;
    }

    private static JsonObject objects(JsonObject document) {
        return document.filterKeys(key -> document.get(key) instanceof JsonObject);
    }
}
