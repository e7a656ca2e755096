package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a real reply becomes as the body of a Pact: an example, and rules for what may differ. Without a rule only the very
 * value will do: that is so for what the request itself sent, for the words of refusals and for the envelope's status.
 */
final class Matching {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int MOST = 300;
    private static final Pattern VALUE_KEY = Pattern.compile("[0-9a-f]{32}|\\+?[0-9]{4,}|[0-9-]+T[0-9:]+Z");

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Collection<String> values;
    private final boolean strict;
    private boolean exact;

    /**
     * Begins a body.
     *
     * @param values what stands for holes in the example
     * @param strict whether what no rule is found for must be the same: so in refusals
     */
    Matching(Collection<String> values, boolean strict) {
        this.values = values;
        this.strict = strict;
    }

    /** Rules by path, as {@code $.data.name}. */
    Map<String, Rule> rules() {
        return rules;
    }

    /**
     * The example of a place, and its rules.
     *
     * @param path of the place
     * @param sent what the request sent at the same place; null for nothing
     */
    Json example(String path, Json value, SchemaView schema, @Nullable Json sent) {
        if (value.equals(sent) && !isMade(value)) {
            exact = true;
            return value;
        }
        if (value instanceof JsonObject object) {
            return object(path, object, schema, sent instanceof JsonObject same ? same : JsonObject.EMPTY);
        }
        if (value instanceof JsonArray array) {
            return array(path, array, schema);
        }
        Rule rule = isMade(value) || !strict ? Scalars.rule(value, schema) : null;
        if (rule == null) {
            exact |= value != JsonLiteral.NULL; // which types take for itself, too
        } else {
            rules.put(path, rule);
        }
        return value;
    }

    /**
     * Takes the rules of what is inside of something. Where types are all that they ask for, one rule outside says the
     * same; so it must where there are hundreds, because verifiers look through all rules for every key.
     */
    private void take(String path, Matching inside) {
        exact |= inside.exact;
        boolean isPlain = !inside.exact
                && !inside.rules.isEmpty()
                && (inside.rules.size() > MOST || inside.rules.values().stream().allMatch(Rule.TYPE::equals));
        if (!isPlain) {
            rules.putAll(inside.rules);
        } else if (!rules.containsKey(path)) {
            rules.put(path, Rule.TYPE);
        }
    }

    private JsonObject object(String path, JsonObject object, SchemaView schema, JsonObject sent) {
        boolean byValues = !object.isEmpty() && object.keys().stream().allMatch(this::isValueKey);
        if (byValues) {
            rules.put(path, Rule.VALUES);
            String first = object.keys().get(0);
            Json merged = Templates.of(object.keys().stream().map(object::get).toList());
            return JsonObject.of(
                    first, example(path + ".*", merged, new SchemaView(schema.schemas(), JsonObject.EMPTY), null));
        }
        Matching inside = new Matching(values, strict);
        JsonObject.Builder example = JsonObject.builder();
        object.forEach((key, value) -> {
            if (!isValueKey(key)) {
                example.put(key, inside.example(path + step(key), value, schema.property(key), sent.get(key)));
            }
        });
        take(path, inside);
        return example.build();
    }

    private Json array(String path, JsonArray array, SchemaView schema) {
        if (array.size() == 0) {
            rules.put(path, Rule.TYPE);
            return array;
        }
        if (strict && array.values().stream().noneMatch(this::isMade) && !hasObject(array)) {
            exact = true;
            return array;
        }
        rules.put(path, Rule.atLeast(1));
        Matching inside = new Matching(values, strict);
        Json example = inside.example(path + "[*]", Templates.of(madeFirst(array.values())), schema.items(), null);
        take(path, inside);
        return JsonArray.of(example);
    }

    /** What the state made comes first, so that the example has it: a list must show it. */
    private List<Json> madeFirst(List<Json> elements) {
        List<Json> ordered = new ArrayList<>(elements);
        ordered.sort(Comparator.comparing(
                each -> !(each instanceof JsonObject row && values.contains(row.textOr("id", "")))));
        return ordered;
    }

    private static boolean hasObject(JsonArray array) {
        return array.values().stream().anyMatch(each -> each instanceof JsonObject);
    }

    /** True for what another server makes otherwise. */
    private boolean isMade(Json value) {
        String text = value.text();
        return text != null && (values.contains(text) || Scalars.made(text) != null);
    }

    private boolean isValueKey(String key) {
        return values.contains(key) || VALUE_KEY.matcher(key).matches();
    }

    static String step(String key) {
        return NAME.matcher(key).matches() ? "." + key : "['" + key.replace("'", "\\'") + "']";
    }
}
