package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked of a text, number or switch in a reply: as much as schema and looks of the example allow. */
final class Scalars {
    private static final int LONGEST = 1_000;

    /** What texts look like that are made anew each time. */
    private static final List<String> MADE = List.of(
            "^[0-9a-f]{32}$",
            "^[0-9a-f]{64}$",
            "^[0-9]+-[0-9a-f]{32}$",
            "^[0-9]{6}-[0-9a-f]{32}$",
            "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$",
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "^eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$");

    /** What regex dialects do not agree about: look-around, classes in brackets, back references. */
    private static final Pattern UNCERTAIN = Pattern.compile("\\(\\?|\\[\\[:|\\\\[0-9pPkGbBAZz]|&&");

    private Scalars() {}

    /** The rule; null when only the very value will do. */
    static @Nullable Rule rule(Json example, SchemaView schema) {
        if (example instanceof JsonNumber number) {
            return number(number, schema);
        }
        if (example instanceof JsonLiteral) {
            return example == JsonLiteral.NULL ? null : Rule.TYPE;
        }
        String text = String.valueOf(example.text());
        String made = made(text);
        if (made != null) {
            return Rule.regex(made);
        }
        String wanted = pattern(schema);
        return wanted != null && matches(wanted, text) ? Rule.regex(wanted) : Rule.TYPE;
    }

    /** A value that the server makes: an id, an instant, a token. */
    static @Nullable String made(String text) {
        return MADE.stream()
                .filter(pattern -> matches(pattern, text))
                .findFirst()
                .orElse(null);
    }

    private static Rule number(JsonNumber number, SchemaView schema) {
        if (!number.type().equals("integer")) {
            return Rule.NUMBER;
        }
        boolean negative = number.toString().startsWith("-");
        return schema.number("minimum", -1) >= 0 && !negative ? Rule.COUNT : Rule.INTEGER;
    }

    private static @Nullable String pattern(SchemaView schema) {
        if (schema.values().size() > 0
                && schema.values().texts().size() == schema.values().size()) {
            return schema.values().texts().stream().map(Scalars::quoted).collect(Collectors.joining("|", "^(", ")$"));
        }
        String pattern = schema.pattern();
        if (pattern != null && !UNCERTAIN.matcher(pattern).find()) {
            return pattern;
        }
        long most = schema.number("maxLength", LONGEST);
        long least = schema.number("minLength", 0);
        boolean isLimited = (schema.says("maxLength") || schema.says("minLength")) && most < LONGEST;
        return isLimited ? "^(.|\\n){" + least + "," + most + "}$" : null;
    }

    /** What means something in a pattern, escaped so that every dialect understands it. */
    private static String quoted(String text) {
        return text.replaceAll("([\\\\.^$|?*+()\\[\\]{}])", "\\\\$1");
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
