package io.github.kazoomock.schemas;

import com.networknt.schema.Error;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The library's errors as KAZOO words them (core sheet 7.3). Paths come in the order in which they were found; the rules
 * of one path in the alphabetical order of their keywords, {@linkplain ExtraCheck extra checks} last: that is the order
 * in which KAZOO evaluates them.
 */
final class Violations {
    private static final String LAST = "~";

    private final JsonObject document;
    private final Map<List<String>, Map<String, Violation>> found = new LinkedHashMap<>();

    private Violations(JsonObject document) {
        this.document = document;
    }

    static List<Violation> of(JsonObject document, List<Error> errors) {
        Violations violations = new Violations(document);
        errors.forEach(violations::add);
        return violations.found.values().stream()
                .flatMap(rules -> rules.values().stream())
                .toList();
    }

    private void add(Error error) {
        List<String> path = Places.path(error.getInstanceLocation());
        Json value = Places.at(document, path);
        Json target = Json.parse(String.valueOf(error.getSchemaNode()));
        String keyword = error.getKeyword();
        switch (keyword) {
            case "required" -> {
                String name = error.getProperty();
                add(inside(path, name), keyword, keyword, "Field is required but missing", null, Json.of(name));
            }
            case "additionalProperties" ->
                add(
                        inside(path, error.getProperty()),
                        keyword,
                        keyword,
                        "Strict checking of data is enabled; only include schema-defined properties",
                        null,
                        value);
            case "additionalItems" ->
                add(
                        path,
                        keyword,
                        keyword,
                        "Strict checking of data is enabled; only include schema-defined items",
                        null,
                        value);
            case "type" -> {
                String types = target instanceof JsonArray several
                        ? String.join(", ", several.texts())
                        : String.valueOf(target.text());
                add(path, keyword, keyword, "Value did not match type(s): " + types, Json.of(types), value);
            }
            case "enum" -> add(path, keyword, keyword, "Value not found in enumerated list of values", target, value);
            case "minLength" -> length(path, keyword, "at least", target, value);
            case "maxLength" -> length(path, keyword, "not be more than", target, value);
            case "minimum" -> add(path, keyword, keyword, "Value must be at least " + target, target, value);
            case "maximum" -> add(path, keyword, keyword, "Value must be at most " + target, target, value);
            case "minItems" ->
                add(path, keyword, keyword, "The list must have at least " + target + " items", target, value);
            case "maxItems" -> add(path, keyword, keyword, "The list is more than " + target + " items", target, value);
            case "uniqueItems" -> add(path, keyword, keyword, "List of items is not unique", null, value);
            case "pattern" ->
                add(path, keyword, keyword, "Failed to match pattern '" + target.text() + "'", target, value);
            case "format" -> {
                JsonObject details = details("Field is not in the correct format", null, value)
                        .put("format", target)
                        .build();
                put(keyword, new Violation(path, "wrong_format", details));
            }
            case ExtraCheck.MissingSchema.NAME -> {
                JsonObject details = JsonObject.of("message", Json.of("schema not found"), "schema", target);
                put(keyword, new Violation(List.of("schema"), "schema", details));
            }
            case ExtraCheck.Marked.NAME, ExtraCheck.Expression.NAME ->
                add(path, LAST + keyword, "error", String.valueOf(error.getMessage()), null, value);
            default -> add(path, keyword, RULES.getOrDefault(keyword, keyword), "failed to validate", null, value);
        }
    }

    /** KAZOO's names for keywords it does not explain. */
    private static final Map<String, String> RULES = Map.of(
            "oneOf", "not_one_schema_valid",
            "anyOf", "any_schemas_not_valid",
            "allOf", "all_schemas_not_valid",
            "not", "not_schema_valid",
            "multipleOf", "not_multiple_of",
            "minProperties", "too_few_properties",
            "maxProperties", "too_many_properties");

    private void length(List<String> path, String keyword, String words, Json limit, Json value) {
        String must = words.startsWith("not") ? "String must " : "String must be ";
        JsonObject details = details(must + words + " " + limit + " characters", limit, value)
                .put("cause", value)
                .build();
        put(keyword, new Violation(path, keyword, details));
    }

    private void add(List<String> path, String order, String rule, String message, @Nullable Json target, Json value) {
        put(order, new Violation(path, rule, details(message, target, value).build()));
    }

    private static JsonObject.Builder details(String message, @Nullable Json target, Json value) {
        return JsonObject.builder()
                .put("message", message)
                .putIfPresent("target", target)
                .put("value", value);
    }

    private void put(String order, Violation violation) {
        found.computeIfAbsent(violation.path(), path -> new TreeMap<>()).putIfAbsent(order, violation);
    }

    private static List<String> inside(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
