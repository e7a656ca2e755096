package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What would only fail when a document reaches it: references to no schema, and expressions that do not compile. */
final class SchemaFaults {
    /** What the release of 2026 refers to and does not ship; its folder must load all the same. */
    private static final Set<String> MISSING_IN_RELEASE = Set.of("system_config.registrar.auth_type");

    private final Set<String> ids;
    private final List<String> faults = new ArrayList<>();

    private SchemaFaults(Set<String> ids) {
        this.ids = ids;
    }

    /** One line a fault, each starting with the JSON pointer of the bad value. */
    static List<String> of(JsonObject schema, Set<String> ids) {
        SchemaFaults search = new SchemaFaults(ids);
        search.schema(schema, "");
        return search.faults;
    }

    private void schema(Json value, String pointer) {
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                schema(array.get(i), pointer + "/" + i);
            }
        } else if (value instanceof JsonObject schema) {
            schema.forEach((keyword, child) -> keyword(keyword, child, pointer + "/" + escaped(keyword)));
        }
    }

    private void keyword(String keyword, Json value, String pointer) {
        switch (keyword) {
            case "$ref" -> reference(value, pointer);
            case "pattern" -> expression(value.text(), pointer);
            case "properties", "patternProperties", "definitions" -> {
                if (value instanceof JsonObject named) {
                    named.forEach((name, child) -> {
                        String at = pointer + "/" + escaped(name);
                        if (keyword.equals("patternProperties")) {
                            expression(name, at);
                        }
                        schema(child, at);
                    });
                }
            }
            case "items", "additionalItems", "additionalProperties", "allOf", "anyOf", "oneOf", "not" ->
                schema(value, pointer);
            default -> {}
        }
    }

    private void reference(Json value, String pointer) {
        if (!(value instanceof JsonText text)) {
            faults.add(pointer + ": a $ref is a string: the id of a schema");
        } else if (!known(text.value())) {
            faults.add(pointer + ": no schema \"" + text.value() + "\"; add " + text.value()
                    + ".json to the folder or correct the $ref");
        }
    }

    private boolean known(String id) {
        return id.startsWith("#") || ids.contains(id) || MISSING_IN_RELEASE.contains(id);
    }

    private void expression(@Nullable String regex, String pointer) {
        try {
            if (regex != null) {
                Regexes.compile(regex);
            }
        } catch (PatternSyntaxException e) {
            faults.add(pointer + ": no regular expression: " + e.getDescription() + " near index " + e.getIndex());
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
