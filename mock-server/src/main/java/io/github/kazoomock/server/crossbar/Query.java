package io.github.kazoomock.server.crossbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pairs of a query string or form, in order; a key may come more than once.
 *
 * <p>A key without value counts as {@code true} (core sheet 4.7); {@code valueless} remembers it.
 *
 * @param declared the keys that may be read; null for any
 */
public record Query(
        List<Map.Entry<String, String>> pairs,
        boolean valueless,
        @Nullable List<QueryKey> declared) {
    private static final Query EMPTY = new Query(List.of(), false, null);

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
        return new Query(pairs, valueless, null);
    }

    /** The same, which then is read as far as was declared. */
    Query declaring(List<QueryKey> keys) {
        return new Query(pairs, valueless, keys);
    }

    /** The same with other pairs. */
    public Query withPairs(List<Map.Entry<String, String>> other) {
        return new Query(other, false, declared);
    }

    /** True when the key may be read. */
    boolean isDeclared(String key) {
        return declared == null || declared.stream().anyMatch(known -> known.covers(key));
    }

    /**
     * The first value of a key.
     *
     * @throws AssertionError where assertions count, as in every test, when the key was not declared: what exports and
     *     checks say of an operation would not be true
     */
    public @Nullable String first(String key) {
        assert isDeclared(key) : undeclared(key);
        for (Map.Entry<String, String> pair : pairs) {
            if (pair.getKey().equals(key)) {
                return pair.getValue();
            }
        }
        return null;
    }

    /** What to do about a key that is read and not declared. */
    static String undeclared(String key) {
        return "the query key " + key + " is read and not declared; add .query(\"" + key
                + "\") to the operation, or to QueryKeys what all read";
    }

    public boolean has(String key) {
        return first(key) != null;
    }
}
