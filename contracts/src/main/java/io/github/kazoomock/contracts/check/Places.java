package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of the values at places of replies: what schemas say, and what replies looked like. */
record Places(SchemaRegistry schemas) {

    /**
     * One place.
     *
     * @param declared every schema that may apply
     * @param seen what replies had there
     */
    record Place(List<JsonObject> declared, Seen seen) {
        Place {
            declared = List.copyOf(declared);
        }

        /** Nothing is known, so anything may be there. */
        boolean isUnknown() {
            return declared.isEmpty() && seen.equals(Seen.NOTHING);
        }

        /** True when schemas name the keys of the object, so that another name is a mistake. */
        boolean isDeclared() {
            return declared.stream()
                    .anyMatch(schema -> !schema.object("properties").isEmpty());
        }

        /** True when keys are data, or nothing says what they are. */
        boolean isFree() {
            boolean anything = declared.stream().anyMatch(Places::isFree);
            return anything
                    || seen.keys().containsKey(Seen.ANY)
                    || (!isDeclared() && seen.keys().isEmpty());
        }

        /** The names of keys that are known. */
        Set<String> names() {
            Set<String> names = new TreeSet<>(seen.keys().keySet());
            declared.forEach(schema -> names.addAll(schema.object("properties").keys()));
            names.remove(Seen.ANY);
            return names;
        }

        /** The types that schemas allow; empty when one of them allows any. */
        Set<String> types() {
            Set<String> types = new HashSet<>();
            for (JsonObject schema : declared) {
                Json type = schema.get("type");
                if (type instanceof JsonArray several) {
                    types.addAll(several.texts());
                } else if (type != null && type.text() != null) {
                    types.add(type.text());
                } else if (!isChoice(schema)) {
                    return Set.of();
                }
            }
            return types;
        }

        /** The only values that it can have; empty when there may be others. */
        List<Json> values() {
            return declared.size() == 1 ? declared.get(0).array("enum").values() : List.of();
        }
    }

    static final Place UNKNOWN = new Place(List.of(), Seen.NOTHING);

    /** A document with this schema. */
    Place document(String schema, Seen seen) {
        return place(Stream.of(JsonObject.of("$ref", Json.of(schema))), seen);
    }

    /** An object with these keys, each as the schema says if replies agree. */
    Place row(Collection<String> keys, @Nullable String schema, Seen seen) {
        Place whole = schema == null ? UNKNOWN : document(schema, Seen.NOTHING);
        JsonObject.Builder properties = JsonObject.builder();
        for (String key : keys) {
            Seen shown = seen.keys().getOrDefault(key, Seen.NOTHING);
            Place inDocument = key(whole, key);
            properties.put(key, inDocument == null ? JsonObject.EMPTY : agreed(inDocument, shown));
        }
        return new Place(List.of(JsonObject.of("properties", properties.build())), seen);
    }

    /** What a schema says of a document's field holds for the field of a row that looks the same. */
    private static JsonObject agreed(Place inDocument, Seen shown) {
        boolean agrees = !shown.types().isEmpty() && inDocument.types().containsAll(shown.types());
        return agrees ? any(inDocument.declared()) : JsonObject.EMPTY;
    }

    private static JsonObject any(List<JsonObject> schemas) {
        return schemas.size() == 1 ? schemas.get(0) : JsonObject.of("anyOf", new JsonArray(List.copyOf(schemas)));
    }

    /** Below a key of an object; null when no reply has the key. */
    @Nullable
    Place key(Place object, String key) {
        List<JsonObject> below = new ArrayList<>();
        for (JsonObject schema : object.declared()) {
            if (schema.object("properties").get(key) instanceof JsonObject property) {
                below.add(property);
                continue;
            }
            schema.object("patternProperties").forEach((pattern, value) -> {
                if (value instanceof JsonObject property && matches(pattern, key)) {
                    below.add(property);
                }
            });
            if (below.isEmpty() && schema.get("additionalProperties") instanceof JsonObject others) {
                below.add(others);
            }
        }
        Seen seen = object.seen().keys().get(key);
        if (seen == null) {
            seen = object.seen().keys().get(Seen.ANY);
        }
        return below.isEmpty() && seen == null ? null : place(below.stream(), seen == null ? Seen.NOTHING : seen);
    }

    /** Below an array. */
    Place items(Place array) {
        Stream<JsonObject> items = array.declared().stream()
                .flatMap(schema -> schema.get("items") instanceof JsonObject each ? Stream.of(each) : Stream.of());
        Seen seen = array.seen().items();
        return place(items, seen == null ? Seen.NOTHING : seen);
    }

    private Place place(Stream<JsonObject> schemas, Seen seen) {
        List<JsonObject> all = new ArrayList<>();
        schemas.forEach(schema -> spread(schema, all, new HashSet<>()));
        return new Place(all, seen);
    }

    /** A schema, those it refers to, and those of which it takes one or all. */
    private void spread(JsonObject schema, List<JsonObject> all, Set<String> followed) {
        String reference = schema.text("$ref");
        if (reference != null) {
            JsonObject target = schemas.schema(reference);
            if (target == null || !followed.add(reference)) {
                all.add(JsonObject.of("additionalProperties", Json.of(true))); // not known: anything may be there
            } else {
                spread(target, all, followed);
            }
            return;
        }
        all.add(schema);
        for (String choice : List.of("allOf", "anyOf", "oneOf")) {
            schema.array(choice).forEach(each -> {
                if (each instanceof JsonObject branch) {
                    spread(branch, all, followed);
                }
            });
        }
    }

    private static boolean isChoice(JsonObject schema) {
        return schema.has("allOf") || schema.has("anyOf") || schema.has("oneOf");
    }

    /** An object of which nothing is said takes anything. */
    private static boolean isFree(JsonObject schema) {
        String type = schema.text("type");
        boolean isScalar = type != null && !type.equals("object") && !type.equals("array");
        boolean says = schema.has("properties")
                || schema.has("patternProperties")
                || schema.get("additionalProperties") instanceof JsonObject
                || isChoice(schema);
        return Json.of(true).equals(schema.get("additionalProperties")) || (!says && !isScalar);
    }

    private static boolean matches(String pattern, String key) {
        try {
            boolean isPosix = pattern.contains("[:"); // which Java takes for something else
            return isPosix || Pattern.compile(pattern).matcher(key).find();
        } catch (PatternSyntaxException e) {
            return true; // what cannot be read may match
        }
    }
}
