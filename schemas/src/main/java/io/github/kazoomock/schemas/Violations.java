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

/**
 * The library's errors as KAZOO reports them (core sheet 7.3). Paths come in the order in which they were found; the
 * rules of one path in the alphabetical order of their keywords, {@linkplain ExtraCheck extra checks} last: that is the
 * order in which KAZOO evaluates them.
 */
final class Violations {
    private static final String LAST = "~";

    private final JsonObject sent;
    private final JsonObject document;
    private final Map<List<String>, Map<String, Violation>> found = new LinkedHashMap<>();

    private Violations(JsonObject sent, JsonObject document) {
        this.sent = sent;
        this.document = document;
    }

    /** @param sent the document before its defaults: extra properties are found before defaults are added */
    static List<Violation> of(JsonObject sent, JsonObject document, List<Error> errors) {
        Violations violations = new Violations(sent, document);
        errors.forEach(violations::add);
        return violations.found.values().stream()
                .flatMap(rules -> rules.values().stream())
                .toList();
    }

    private void add(Error error) {
        String keyword = error.getKeyword();
        List<String> path = Places.path(error.getInstanceLocation());
        Json value = Places.at(document, path);
        switch (keyword) {
            case "required" ->
                put(keyword, inside(path, error), Wording.of(keyword), error, Json.of(error.getProperty()));
            case "additionalProperties" ->
                put(keyword, inside(path, error), Wording.of(keyword), error, Places.at(sent, path));
            case ExtraCheck.Marked.NAME, ExtraCheck.Expression.NAME ->
                put(LAST + keyword, path, new Wording("error", error.getMessage(), false), error, value);
            case ExtraCheck.MissingSchema.NAME -> {
                JsonObject details = JsonObject.of("message", Json.of(error.getMessage()), "schema", limit(error));
                put(keyword, new Violation(List.of("schema"), "schema", details));
            }
            default -> put(keyword, path, Wording.of(keyword), error, value);
        }
    }

    private void put(String order, List<String> path, Wording wording, Error error, Json value) {
        JsonObject.Builder details = JsonObject.builder();
        if (wording.target()) {
            Json limit = limit(error);
            String text = limit.text() == null ? limit.toString() : limit.text();
            details.put("message", wording.message().replace("%s", text)).put("target", limit);
        } else {
            details.put("message", wording.message());
        }
        switch (error.getKeyword()) {
            case "minLength", "maxLength" -> details.put("cause", value);
            case "format" -> details.put("format", limit(error));
            default -> {}
        }
        put(
                order,
                new Violation(path, wording.rule(), details.put("value", value).build()));
    }

    /** Two branches of an {@code allOf} may find the same: it is said once. */
    private void put(String order, Violation violation) {
        found.computeIfAbsent(violation.path(), path -> new TreeMap<>()).putIfAbsent(order, violation);
    }

    /** The value of the broken keyword; several types as one text. */
    private static Json limit(Error error) {
        Json limit = Nodes.json(error.getSchemaNode());
        return error.getKeyword().equals("type") && limit instanceof JsonArray types
                ? Json.of(String.join(", ", types.texts()))
                : limit;
    }

    private static List<String> inside(List<String> path, Error error) {
        List<String> longer = new ArrayList<>(path);
        longer.add(error.getProperty());
        return longer;
    }
}
