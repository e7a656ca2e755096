package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a schema says to people, apart from what it says of documents. */
final class Prose {
    private static final Set<String> NAMED = Set.of("properties", "patternProperties");
    private static final Set<String> CHILD = Set.of("items", "additionalProperties");
    private static final Set<String> CHILDREN = Set.of("oneOf", "anyOf", "allOf");

    private Prose() {}

    /** Title and description by the pointer of what they stand at; fewer where one is missing. */
    static Map<String, List<String>> of(JsonObject schema) {
        Map<String, List<String>> found = new TreeMap<>();
        collect(schema, "", found);
        return found;
    }

    private static void collect(JsonObject schema, String pointer, Map<String, List<String>> found) {
        found.put(
                pointer,
                Stream.of("title", "description")
                        .flatMap(key -> Stream.ofNullable(schema.text(key)))
                        .toList());
        schema.forEach((key, value) -> {
            String at = pointer + "/" + key;
            if (NAMED.contains(key) && value instanceof JsonObject named) {
                named.forEach((name, child) -> collect((JsonObject) child, at + "/" + name, found));
            } else if (CHILD.contains(key) && value instanceof JsonObject child) {
                collect(child, at, found);
            } else if (CHILDREN.contains(key) && value instanceof JsonArray branches) {
                for (int i = 0; i < branches.size(); i++) {
                    collect((JsonObject) branches.get(i), at + "/" + i, found);
                }
            }
        });
    }

    /** Every text of four words or more, without regard to case and a full stop at the end. */
    static Set<String> sentences(JsonObject schema) {
        return of(schema).values().stream()
                .flatMap(List::stream)
                .map(text -> text.strip().toLowerCase(Locale.ROOT).replaceAll("\\.$", ""))
                .filter(text -> text.split("\\s+").length >= 4)
                .collect(Collectors.toSet());
    }

    static JsonObject without(JsonObject schema) {
        JsonObject.Builder result = JsonObject.builder();
        schema.forEach((key, value) -> {
            if (NAMED.contains(key) && value instanceof JsonObject named) {
                JsonObject.Builder children = JsonObject.builder();
                named.forEach((name, child) -> children.put(name, without((JsonObject) child)));
                result.put(key, children.build());
            } else if (CHILD.contains(key) && value instanceof JsonObject child) {
                result.put(key, without(child));
            } else if (CHILDREN.contains(key) && value instanceof JsonArray branches) {
                List<Json> bare = branches.values().stream()
                        .map(branch -> (Json) without((JsonObject) branch))
                        .toList();
                result.put(key, new JsonArray(bare));
            } else if (!Set.of("title", "description").contains(key)) {
                result.put(key, value);
            }
        });
        return result.build();
    }
}
