package io.github.kazoomock.server.crossbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pairs of a query string or form, in order; a key may come more than once.
 *
 * <p>A key without value counts as {@code true} (core sheet 4.7); {@code valueless} remembers it.
 */
public record Query(List<Map.Entry<String, String>> pairs, boolean valueless) {
    private static final Query EMPTY = new Query(List.of(), false);

    public Query {
        pairs = List.copyOf(pairs);
    }

    /**
     * Reads {@code a=b&c}; {@code +} is a space.
     *
     * @throws IllegalArgumentException on broken percent-encoding
     */
    public static Query parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return EMPTY;
        }
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        boolean valueless = false;
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            valueless |= equals < 0;
            String value = equals < 0 ? "true" : Percent.decode(pair.substring(equals + 1), true);
            pairs.add(Map.entry(Percent.decode(key, true), value));
        }
        return new Query(pairs, valueless);
    }

    /** The first value of a key. */
    public @Nullable String first(String key) {
        for (Map.Entry<String, String> pair : pairs) {
            if (pair.getKey().equals(key)) {
                return pair.getValue();
            }
        }
        return null;
    }

    public boolean has(String key) {
        return first(key) != null;
    }
}
