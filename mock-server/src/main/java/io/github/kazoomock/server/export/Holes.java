package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places like <code>${MENU_ID}</code> in texts and JSON that values fill; Pact's expressions are the same. */
public final class Holes {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private Holes() {}

    /** The text with every hole filled that a value is known for. */
    public static String fill(String text, Map<String, String> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    /** The same, the values percent-encoded. */
    public static String fillPath(String path, Map<String, String> values) {
        return fill(
                path,
                values,
                value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** The JSON with the holes of its keys and texts filled. */
    public static Json fill(Json json, Map<String, String> values) {
        if (json instanceof JsonObject object) {
            JsonObject.Builder filled = JsonObject.builder();
            object.forEach((key, value) -> filled.put(fill(key, values), fill(value, values)));
            return filled.build();
        }
        if (json instanceof JsonArray array) {
            return new JsonArray(
                    array.values().stream().map(each -> fill(each, values)).toList());
        }
        String text = json.text();
        return text == null || text.indexOf('$') < 0 ? json : Json.of(fill(text, values));
    }

    /** The names of the holes, in order. */
    public static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            names.add(hole.group(1));
        }
        return names;
    }

    private static String fill(String text, Map<String, String> values, UnaryOperator<String> written) {
        return HOLE.matcher(text).replaceAll(hole -> {
            String value = values.get(hole.group(1));
            return Matcher.quoteReplacement(value == null ? hole.group() : written.apply(value));
        });
    }
}
