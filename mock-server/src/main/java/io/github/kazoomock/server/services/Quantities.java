package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many there are of each item (services sheet 3). */
public record Quantities(SortedMap<ItemKey, Long> counts) {
    public static final Quantities NONE = new Quantities(new TreeMap<>());

    public Quantities {
        counts = Collections.unmodifiableSortedMap(counts);
    }

    static Quantities of(String category, String item, long count) {
        return NONE.plus(new ItemKey(category, item), count);
    }

    /** Reads {@code {category: {item: 3}}}; what is no number does not count. */
    public static Quantities read(JsonObject json) {
        SortedMap<ItemKey, Long> counts = new TreeMap<>();
        json.forEach((category, items) -> {
            if (items instanceof JsonObject object) {
                object.forEach((item, count) -> {
                    if (count instanceof JsonNumber number) {
                        counts.put(new ItemKey(category, item), number.value().longValue());
                    }
                });
            }
        });
        return new Quantities(counts);
    }

    /** The count of an item; null when nobody counted it. */
    @Nullable
    Long get(ItemKey key) {
        return counts.get(key);
    }

    long count(ItemKey key) {
        return counts.getOrDefault(key, 0L);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Both added up; what comes to nothing is left out. */
    public Quantities plus(Quantities other) {
        return added(other, 1);
    }

    /** The other taken away; what comes to nothing is left out. */
    public Quantities minus(Quantities other) {
        return added(other, -1);
    }

    private Quantities added(Quantities other, int sign) {
        if (other.isEmpty()) {
            return this;
        }
        SortedMap<ItemKey, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((key, count) -> sum.merge(key, sign * count, Long::sum));
        sum.values().removeIf(count -> count == 0);
        return new Quantities(sum);
    }

    Quantities plus(ItemKey key, long count) {
        SortedMap<ItemKey, Long> sum = new TreeMap<>(counts);
        sum.merge(key, count, Long::sum);
        sum.values().removeIf(value -> value == 0);
        return new Quantities(sum);
    }

    /** The items of one category. */
    SortedMap<ItemKey, Long> category(String category) {
        return counts.subMap(new ItemKey(category, ""), new ItemKey(category + "\0", ""));
    }

    /** How many there are of one category. */
    public long sum(String category) {
        return category(category).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Every key whose count differs. */
    SortedSet<ItemKey> differing(Quantities other) {
        SortedSet<ItemKey> keys = new TreeSet<>(counts.keySet());
        keys.addAll(other.counts.keySet());
        keys.removeIf(key -> count(key) == other.count(key));
        return keys;
    }

    /** {@code {category: {item: 3}}}. */
    public JsonObject json() {
        JsonObject json = JsonObject.EMPTY;
        for (var entry : counts.entrySet()) {
            json = json.with(
                    Json.of(entry.getValue()),
                    entry.getKey().category(),
                    entry.getKey().item());
        }
        return json;
    }
}
