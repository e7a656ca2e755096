package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.crossbar.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fields that a consumer stores in documents. KAZOO keeps what a schema does not speak of and shows it again, so that a
 * field of the consumer's own can be read.
 */
final class Written {
    /** What front ends keep in documents of others (core sheet 4.2). */
    private static final Set<String> USUAL = Set.of("ui_metadata", "ui_flags", "ui_help");

    private final Map<String, Set<String>> byNoun = new HashMap<>();

    /** Takes note of what a request stores. */
    void add(Operation operation, Use use) {
        String body = use.body();
        if (body == null || use.status() >= 400) {
            return;
        }
        try {
            if (Json.parse(body) instanceof JsonObject envelope) {
                String noun = operation.pattern().noun();
                names(envelope.object("data"), byNoun.computeIfAbsent(noun, key -> new TreeSet<>()));
            }
        } catch (JsonSyntaxException e) {
            // it stores nothing then, which is reported elsewhere
        }
    }

    private static void names(Json value, Set<String> names) {
        if (value instanceof JsonObject object) {
            object.forEach((key, member) -> {
                names.add(key);
                names(member, names);
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> names(each, names));
        }
    }

    /** True when a reply of the operation can have the field because the consumer put it there. */
    boolean has(Operation operation, String key) {
        boolean isRow = operation.shape() == Operation.Shape.LIST || operation.shape() == Operation.Shape.STREAM;
        return USUAL.contains(key)
                || (!isRow
                        && byNoun.getOrDefault(operation.pattern().noun(), Set.of())
                                .contains(key));
    }
}
