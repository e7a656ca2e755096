package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Turns one schema, keyword by keyword, from draft-04 as KAZOO reads it into 2020-12. */
final class Conversion {
    /** What means the same in both and holds no schema. */
    private static final Set<String> SAME = Set.of(
            "title",
            "description",
            "default",
            "enum",
            "type",
            "format",
            "multipleOf",
            "maxLength",
            "minLength",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxProperties");

    /** What may refuse null whatever the type. */
    private static final Set<String> NARROWING = Set.of("$ref", "anyOf", "allOf", "enum", "not");

    private static final String EMAIL = "^[^@]+@[^@]+$";

    private final SchemaRegistry schemas;
    private final String id;
    private final Reading reading;
    private final UnaryOperator<String> place;
    private final Set<String> referred = new TreeSet<>();

    Conversion(SchemaRegistry schemas, String id, Reading reading, UnaryOperator<String> place) {
        this.schemas = schemas;
        this.id = id;
        this.reading = reading;
        this.place = place;
    }

    /** Ids of the schemas that were referred to so far. */
    Set<String> referred() {
        return referred;
    }

    /** Where another schema stands. */
    Json refer(String other) {
        referred.add(other);
        return Json.of(place.apply(other));
    }

    JsonObject schema(JsonObject old) {
        JsonObject.Builder schema = JsonObject.builder();
        List<Json> also = new ArrayList<>();
        old.forEach((keyword, value) -> keyword(old, keyword, value, schema, also));
        if (old.textOr("format", "").equals("email")) {
            also.add(JsonObject.of("pattern", Json.of(EMAIL)));
        }
        if (!reading.isPart()) {
            also.addAll(CodeChecks.of(id, old, schemas.ids(), this::refer));
        }
        if (!also.isEmpty()) {
            schema.put("allOf", new JsonArray(also));
        }
        return schema.build();
    }

    private void keyword(JsonObject old, String keyword, Json value, JsonObject.Builder schema, List<Json> also) {
        switch (keyword) {
            case "id", "additionalItems" -> {}
            case "$ref" -> reference(String.valueOf(value.text()), schema);
            case "pattern" -> schema.put(keyword, EcmaRegex.of(String.valueOf(value.text())));
            case "minimum" -> schema.put(old.isTrue("exclusiveMinimum") ? "exclusiveMinimum" : keyword, value);
            case "maximum" -> schema.put(old.isTrue("exclusiveMaximum") ? "exclusiveMaximum" : keyword, value);
            case "exclusiveMinimum", "exclusiveMaximum" -> {
                if (value instanceof JsonNumber) {
                    schema.put(keyword, value);
                }
            }
            case "required" -> required(old, value, schema);
            case "properties" -> schema.put(keyword, properties((JsonObject) value));
            case "patternProperties" -> {
                JsonObject.Builder patterns = JsonObject.builder();
                properties((JsonObject) value).forEach((pattern, child) -> patterns.put(EcmaRegex.of(pattern), child));
                schema.put(keyword, patterns.build());
            }
            case "additionalProperties" -> {
                if (reading != Reading.SHOWN || value != JsonLiteral.FALSE) {
                    schema.put(keyword, removable(any(value)));
                }
            }
            case "definitions" -> {
                JsonObject.Builder definitions = JsonObject.builder();
                ((JsonObject) value).forEach((name, child) -> definitions.put(name, any(child)));
                schema.put("$defs", definitions.build());
            }
            case "items" -> items(old, value, schema);
            case "oneOf", "anyOf" -> schema.put(reading.isPart() ? "anyOf" : keyword, all((JsonArray) value));
            case "allOf" -> also.addAll(all((JsonArray) value).values());
            case "not" -> {
                if (!reading.isPart()) {
                    schema.put(keyword, any(value));
                }
            }
            case "minProperties" -> {
                if (!reading.isPart()) {
                    schema.put(keyword, value);
                }
            }
            case "dependencies" -> dependencies((JsonObject) value, schema);
            default -> schema.put(keeps(keyword, value) ? keyword : "x-" + keyword, value);
        }
    }

    /** KAZOO's own keywords and its typing errors become extensions, which no later draft will give a meaning. */
    private static boolean keeps(String keyword, Json value) {
        return SAME.contains(keyword)
                || keyword.startsWith("x-")
                || (keyword.equals("examples") && value instanceof JsonArray);
    }

    /** What KAZOO says of a reference to no schema is that nothing fits. */
    private void reference(String to, JsonObject.Builder schema) {
        if (to.startsWith("#")) {
            String inside = to.substring(1).replace("/definitions/", "/$defs/");
            schema.put("$ref", place.apply(id) + inside);
        } else if (schemas.has(to)) {
            schema.put("$ref", refer(to));
        } else {
            schema.put("x-kazoo-missing-schema", to).put("not", JsonObject.EMPTY);
        }
    }

    private void required(JsonObject old, Json value, JsonObject.Builder schema) {
        if (!(value instanceof JsonArray names)) {
            schema.put("x-required", value);
            return;
        }
        List<Json> left = names.values().stream()
                .filter(name -> reading != Reading.SENT || !hasDefault(old, String.valueOf(name.text())))
                .toList();
        if (!left.isEmpty() && !reading.isPart()) {
            schema.put("required", new JsonArray(left));
        }
    }

    private static boolean hasDefault(JsonObject old, String name) {
        JsonObject property = old.object("properties", name);
        return property.has("default") && property.has("type");
    }

    private JsonObject properties(JsonObject old) {
        JsonObject.Builder properties = JsonObject.builder();
        old.forEach((name, child) -> properties.put(name, removable(any(child))));
        return properties.build();
    }

    /** In a patch null stands for "without this key". */
    private Json removable(Json converted) {
        if (reading != Reading.PATCHED || !(converted instanceof JsonObject schema) || schema.isEmpty()) {
            return converted;
        }
        boolean plain = schema.keys().stream().noneMatch(NARROWING::contains);
        String type = schema.text("type");
        Json none = Json.of("null");
        if (!plain) {
            return JsonObject.of("anyOf", JsonArray.of(schema, JsonObject.of("type", none)));
        }
        return type == null ? schema : schema.with(JsonArray.of(Json.of(type), none), "type");
    }

    private void items(JsonObject old, Json value, JsonObject.Builder schema) {
        if (!(value instanceof JsonArray each)) {
            schema.put("items", any(value));
            return;
        }
        schema.put("prefixItems", all(each));
        Json rest = old.get("additionalItems");
        if (rest != null) {
            schema.put("items", any(rest));
        }
    }

    private void dependencies(JsonObject old, JsonObject.Builder schema) {
        JsonObject.Builder names = JsonObject.builder();
        JsonObject.Builder others = JsonObject.builder();
        old.forEach((name, needs) -> (needs instanceof JsonArray ? names : others)
                .put(name, needs instanceof JsonArray ? needs : any(needs)));
        if (!reading.isPart()) {
            schema.put("dependentRequired", names.build()).put("dependentSchemas", others.build());
        }
    }

    private JsonArray all(JsonArray old) {
        return new JsonArray(old.values().stream().map(this::any).toList());
    }

    /** A schema, or true or false in the place of one. */
    private Json any(Json old) {
        return old instanceof JsonObject schema ? schema(schema) : old;
    }
}
