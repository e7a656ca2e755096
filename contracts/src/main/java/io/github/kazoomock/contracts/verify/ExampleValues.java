package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which texts of an example are values of provider states, and what stands for them in truth. */
final class ExampleValues {
    /** From this length on a value is also looked for inside longer texts: ids and tokens are, {@code en} is not. */
    private static final int LONG = 16;

    private record Value(String name, String example, String real) {}

    private final List<Value> values = new ArrayList<>();

    ExampleValues(Map<String, String> examples, Map<String, Json> real) {
        examples.forEach((name, example) -> {
            Json value = real.get(name);
            if (value != null && !example.isEmpty()) {
                String text = value.text();
                values.add(new Value(name, example, text == null ? value.toString() : text));
            }
        });
        // the longest first, so that an id inside another value does not spoil it
        values.sort(
                Comparator.comparingInt((Value each) -> each.example().length()).reversed());
    }

    /** The text with the values of now; of several names with one example the first. */
    String real(String example) {
        Map<String, String> marks = new LinkedHashMap<>();
        String text = example;
        for (Value each : values) {
            if (text.equals(each.example())) {
                return each.real();
            }
            if (each.example().length() >= LONG && text.contains(each.example())) {
                String mark = "\u0000" + marks.size() + "\u0000";
                marks.put(mark, each.real());
                text = text.replace(each.example(), mark);
            }
        }
        for (Map.Entry<String, String> each : marks.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text;
    }

    /** True when the actual text holds the values of now wherever the example holds its own. */
    boolean fits(String example, String actual) {
        List<Value> same =
                values.stream().filter(each -> each.example().equals(example)).toList();
        if (!same.isEmpty()) {
            return same.stream().anyMatch(each -> each.real().equals(actual));
        }
        return values.stream()
                .filter(each -> each.example().length() >= LONG && example.contains(each.example()))
                .allMatch(each -> values.stream()
                        .filter(other -> other.example().equals(each.example()))
                        .anyMatch(other -> actual.contains(other.real())));
    }

    /** True when one of them is in there. */
    boolean isIn(Json json) {
        return !names(json).isEmpty();
    }

    /** The values of now that are in there: {@code MENU_ID = 71f...}. */
    String namesIn(Json json) {
        return names(json).stream().collect(Collectors.joining(", "));
    }

    private Set<String> names(Json json) {
        Set<String> names = new TreeSet<>();
        if (json instanceof JsonObject object) {
            object.forEach((key, value) -> {
                names.addAll(names(Json.of(key)));
                names.addAll(names(value));
            });
        } else if (json instanceof JsonArray array) {
            array.forEach(each -> names.addAll(names(each)));
        } else {
            String text = json.text();
            for (Value each : values) {
                if (text != null
                        && (text.equals(each.example())
                                || (each.example().length() >= LONG && text.contains(each.example())))) {
                    names.add(each.name() + " = " + each.real());
                }
            }
        }
        return names;
    }
}
