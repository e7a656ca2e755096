package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Documents that break each rule of a schema once, at every depth, each as small as the schema allows. What a
 * {@code $ref} leads to is broken in full at the first place that refers to it, and once a rule at the others.
 */
final class Breakages {
    /** Objects within objects; the deepest place of a device is seven deep. */
    private static final int DEPTH = 8;

    private static final Map<String, Json> WRONG = Map.of(
            "array", Json.of("no array"),
            "boolean", Json.of("yes"),
            "integer", Json.of("five"),
            "number", JsonArray.EMPTY,
            "object", Json.of(5),
            "string", JsonArray.of(Json.of(1)));

    private final Samples samples;
    private final Set<String> met = new HashSet<>();

    Breakages(Samples samples) {
        this.samples = samples;
    }

    List<Candidate> of(JsonObject schema) {
        return of(schema, 0).toList();
    }

    private Stream<Candidate> of(JsonObject written, int depth) {
        if (depth > DEPTH) {
            return Stream.of();
        }
        String id = written.text("$ref");
        boolean again = id != null && !met.add(id);
        Map<String, Candidate> oneOfRule = new LinkedHashMap<>();
        Stream<Candidate> all = all(samples.resolve(written), depth);
        if (!again) {
            return all;
        }
        all.forEach(candidate -> oneOfRule.putIfAbsent(candidate.rule(), candidate));
        return oneOfRule.values().stream();
    }

    private Stream<Candidate> all(JsonObject schema, int depth) {
        List<Candidate> found = new ArrayList<>(Scalars.of(schema));
        String type = schema.textOr("type", "");
        if (!type.isEmpty()) {
            found.add(Candidate.breaking("type", WRONG.getOrDefault(type, JsonLiteral.NULL)));
            found.add(Candidate.breaking("type", JsonLiteral.NULL));
        }
        for (String several : List.of("oneOf", "anyOf")) {
            schema.array(several).forEach(branch -> {
                found.add(Candidate.odd("branch", samples.sample((JsonObject) branch, SampleDocuments.Size.MAXIMAL)));
                of((JsonObject) branch, depth + 1).map(Candidate::perhaps).forEach(found::add);
            });
        }
        schema.array("allOf")
                .forEach(branch -> of((JsonObject) branch, depth + 1)
                        .filter(candidate -> !candidate.at().isEmpty())
                        .forEach(found::add));
        if (type.equals("object") || schema.has("properties")) {
            found.addAll(ObjectBreakages.of(schema, samples));
            children(schema, depth).forEach(found::add);
        }
        if (schema.get("items") instanceof JsonObject items) {
            arrays(schema, items, depth).forEach(found::add);
        }
        return found.stream();
    }

    /** The rules of every property, each inside the smallest object that has it. */
    private Stream<Candidate> children(JsonObject schema, int depth) {
        JsonObject small = (JsonObject) samples.sample(ObjectBreakages.plain(schema), SampleDocuments.Size.MINIMAL);
        Stream<Map.Entry<String, JsonObject>> named = schema.object("properties").keys().stream()
                .map(name -> Map.entry(name, schema.object("properties", name)));
        Stream<Map.Entry<String, JsonObject>> matched = schema.object("patternProperties").keys().stream()
                .map(pattern -> Map.entry(Samples.key(pattern), schema.object("patternProperties", pattern)));
        JsonObject rest = schema.object("additionalProperties");
        Stream<Map.Entry<String, JsonObject>> others =
                rest.isEmpty() ? Stream.of() : Stream.of(Map.entry("any_other", rest));
        return Stream.of(named, matched, others)
                .flatMap(entries -> entries)
                .flatMap(entry -> of(entry.getValue(), depth + 1)
                        .map(candidate ->
                                candidate.inside(entry.getKey(), small.with(candidate.value(), entry.getKey()))));
    }

    private Stream<Candidate> arrays(JsonObject schema, JsonObject items, int depth) {
        Json good = samples.sample(items, SampleDocuments.Size.MINIMAL);
        List<Candidate> found = new ArrayList<>();
        long least = Samples.bound(schema, "minItems", 0);
        if (least > 0) {
            found.add(Candidate.breaking("minItems", new JsonArray(Collections.nCopies((int) least - 1, good))));
        }
        long most = Samples.bound(schema, "maxItems", -1);
        if (most >= 0) {
            found.add(Candidate.breaking("maxItems", new JsonArray(Collections.nCopies((int) most + 1, good))));
        }
        if (schema.isTrue("uniqueItems")) {
            found.add(Candidate.breaking("uniqueItems", JsonArray.of(good, good)));
        }
        of(items, depth + 1)
                .map(candidate -> candidate.inside("1", JsonArray.of(good, candidate.value())))
                .forEach(found::add);
        return found.stream();
    }
}
