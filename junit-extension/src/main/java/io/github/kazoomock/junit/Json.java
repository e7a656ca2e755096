package io.github.kazoomock.junit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as values of the JDK: String, Long, Double, Boolean, List, Map and null. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * The value that a text is.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    static @Nullable Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at < text.length()) {
            throw json.wrong("the end");
        }
        return value;
    }

    /** The object that a text is; empty when it is another value. */
    static Map<String, @Nullable Object> object(String text) {
        return map(read(text));
    }

    /** The value if it is an object; else an empty one. */
    @SuppressWarnings("unchecked") // all our maps have texts as keys
    static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The value if it is an array; else an empty one. */
    @SuppressWarnings("unchecked") // elements are what read makes
    static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }

    /**
     * What stands at a path; null where nothing does.
     *
     * @param path keys and indexes from 0, with dots between them: {@code data.0.name}
     */
    static @Nullable Object at(@Nullable Object value, String path) {
        Object here = value;
        for (String step : path.split("\\.")) {
            if (here instanceof List<?> list) {
                int index = step.matches("[0-9]{1,9}") ? Integer.parseInt(step) : list.size();
                here = index < list.size() ? list.get(index) : null;
            } else {
                here = map(here).get(step);
            }
        }
        return here;
    }

    private @Nullable Object value() {
        space();
        char first = at < text.length() ? text.charAt(at) : ' ';
        return switch (first) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        at++;
        while (!ends('}', object.isEmpty())) {
            space();
            String key = string();
            space();
            expect(':');
            object.put(key, value());
        }
        return Collections.unmodifiableMap(object);
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        at++;
        while (!ends(']', array.isEmpty())) {
            array.add(value());
        }
        return Collections.unmodifiableList(array);
    }

    /** Steps over the end, or over the comma before another element. */
    private boolean ends(char end, boolean empty) {
        space();
        if (at < text.length() && text.charAt(at) == end) {
            at++;
            return true;
        }
        if (!empty) {
            expect(',');
        }
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at++);
            string.append(next == '\\' ? escaped() : next);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() {
        char kind = at < text.length() ? text.charAt(at++) : ' ';
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\\', '/' -> kind;
            case 'u' -> unicode();
            default -> throw wrong("an escape");
        };
    }

    private char unicode() {
        String digits = text.substring(at, Math.min(at + 4, text.length()));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw wrong("four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return value;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            return digits.matches("-?[0-9]{1,18}")
                    ? (Object) Long.valueOf(digits)
                    : (Object) new BigDecimal(digits).doubleValue();
        } catch (NumberFormatException e) {
            at = start;
            throw wrong("a value");
        }
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void expect(char wanted) {
        if (at >= text.length() || text.charAt(at) != wanted) {
            throw wrong("'" + wanted + "'");
        }
        at++;
    }

    private IllegalArgumentException wrong(String wanted) {
        int from = Math.min(at, text.length());
        String rest = text.substring(from, Math.min(text.length(), from + 20));
        return new IllegalArgumentException("no JSON: " + wanted + " should be at " + from + ", not '" + rest + "'");
    }
}
