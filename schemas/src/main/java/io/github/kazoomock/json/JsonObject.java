package io.github.kazoomock.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: keys in the order in which they were written, each once.
 *
 * <p>Two arrays instead of a map: half the memory, and documents have few keys. Larger objects look keys up through an
 * index that is made once, on demand.
 */
public final class JsonObject implements Json {
    /** Up to here a scan is as fast as a hash, and what a long list is filtered by stays in the processor's cache. */
    private static final int SCAN = 32;

    public static final JsonObject EMPTY = new JsonObject(new String[0], new Json[0]);

    private final String[] keys;
    private final Json[] values;
    private @Nullable Map<String, Integer> index;

    private JsonObject(String[] keys, Json[] values) {
        this.keys = keys;
        this.values = values;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** An object with one key. */
    public static JsonObject of(String key, Json value) {
        return new JsonObject(new String[] {key}, new Json[] {value});
    }

    /** An object with two keys. */
    public static JsonObject of(String key, Json value, String key2, Json value2) {
        return builder().put(key, value).put(key2, value2).build();
    }

    public static JsonObject of(Map<String, ? extends Json> map) {
        Builder builder = builder();
        map.forEach(builder::put);
        return builder.build();
    }

    public int size() {
        return keys.length;
    }

    public boolean isEmpty() {
        return keys.length == 0;
    }

    String keyAt(int index) {
        return keys[index];
    }

    Json valueAt(int index) {
        return values[index];
    }

    public List<String> keys() {
        return List.of(keys);
    }

    public void forEach(BiConsumer<String, Json> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    public boolean has(String key) {
        return find(key) >= 0;
    }

    /** The value at this path of keys; null when any step is missing or no object. */
    public @Nullable Json at(String... path) {
        Json value = this;
        for (String key : path) {
            value = value instanceof JsonObject object ? object.get(key) : null;
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    public @Nullable Json get(String key) {
        int i = find(key);
        return i < 0 ? null : values[i];
    }

    /** The text at this path; null when it is missing or no string. */
    public @Nullable String text(String... path) {
        return at(path) instanceof JsonText text ? text.value() : null;
    }

    /** The text of a key; the fallback when it is missing or no string. */
    public String textOr(String key, String fallback) {
        return get(key) instanceof JsonText text ? text.value() : fallback;
    }

    /** The object at this path; the empty object when it is missing or of another type. */
    public JsonObject object(String... path) {
        return at(path) instanceof JsonObject object ? object : EMPTY;
    }

    /** The array at this path; the empty array when it is missing or of another type. */
    public JsonArray array(String... path) {
        return at(path) instanceof JsonArray array ? array : JsonArray.EMPTY;
    }

    /** True only when the value at this path is the literal {@code true}. */
    public boolean isTrue(String... path) {
        return at(path) == JsonLiteral.TRUE;
    }

    /** The integer at this path; the fallback when it is missing or no integer of 64 bits. */
    public long integer(long fallback, String... path) {
        return at(path) instanceof JsonNumber number && number.value() instanceof Long value ? value : fallback;
    }

    /** This object with the value at the path, making objects on the way where there are none. */
    public JsonObject with(Json value, String... path) {
        return with(value, 0, path);
    }

    private JsonObject with(Json value, int step, String[] path) {
        if (step == path.length - 1) {
            return put(path[step], value);
        }
        JsonObject child = get(path[step]) instanceof JsonObject object ? object : EMPTY;
        return put(path[step], child.with(value, step + 1, path));
    }

    private JsonObject put(String key, Json value) {
        int i = find(key);
        int size = i < 0 ? keys.length + 1 : keys.length;
        String[] newKeys = i < 0 ? Arrays.copyOf(keys, size) : keys;
        Json[] newValues = Arrays.copyOf(values, size);
        newKeys[i < 0 ? size - 1 : i] = key;
        newValues[i < 0 ? size - 1 : i] = value;
        return new JsonObject(newKeys, newValues);
    }

    /** This object without the value at the path; the same object when there is none. */
    public JsonObject without(String... path) {
        return without(0, path);
    }

    private JsonObject without(int step, String[] path) {
        Json value = get(path[step]);
        if (value == null) {
            return this;
        }
        if (step == path.length - 1) {
            return filterKeys(key -> !key.equals(path[step]));
        }
        return value instanceof JsonObject object ? put(path[step], object.without(step + 1, path)) : this;
    }

    /** This object with only the keys that pass. */
    public JsonObject filterKeys(Predicate<String> keep) {
        Builder builder = builder();
        for (int i = 0; i < keys.length; i++) {
            if (keep.test(keys[i])) {
                builder.put(keys[i], values[i]);
            }
        }
        return builder.size == keys.length ? this : builder.build();
    }

    /** All keys of both, the right one winning; not recursive. */
    public JsonObject plus(JsonObject right) {
        if (right.isEmpty()) {
            return this;
        }
        Builder builder = toBuilder();
        right.forEach(builder::put);
        return builder.build();
    }

    /** Crossbar's merge: see {@link Merging#merge}. */
    public JsonObject merge(JsonObject right) {
        return Merging.merge(this, right);
    }

    /** What must be merged onto the parent to get this object: see {@link Merging#difference}. */
    public JsonObject difference(JsonObject parent) {
        return Merging.difference(this, parent);
    }

    public Builder toBuilder() {
        Builder builder = builder();
        forEach(builder::put);
        return builder;
    }

    private int find(String key) {
        if (keys.length <= SCAN) {
            return scan(keys, keys.length, key);
        }
        Map<String, Integer> known = index;
        if (known == null) {
            known = indexed(keys, keys.length);
            index = known; // a race makes it twice, with the same content
        }
        return known.getOrDefault(key, -1);
    }

    private static int scan(String[] keys, int size, String key) {
        int hash = key.hashCode();
        for (int i = 0; i < size; i++) {
            if (keys[i].hashCode() == hash && keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static Map<String, Integer> indexed(String[] keys, int size) {
        Map<String, Integer> index = new HashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
            index.put(keys[i], i);
        }
        return index;
    }

    @Override
    public String type() {
        return "object";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof JsonObject that) || keys.length != that.keys.length) {
            return false;
        }
        for (int i = 0; i < keys.length; i++) {
            if (!values[i].equals(that.get(keys[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int sum = 0; // order does not count
        for (int i = 0; i < keys.length; i++) {
            sum += Objects.hash(keys[i], values[i]);
        }
        return sum;
    }

    @Override
    public String toString() {
        return JsonWriter.string(this);
    }

    /** Collects keys and values; a later value of a key replaces the earlier one in its place. */
    public static final class Builder {
        private String[] keys = new String[8];
        private Json[] values = new Json[8];
        private int size;
        private @Nullable Map<String, Integer> index;

        private Builder() {}

        public Builder put(String key, Json value) {
            int i = find(key);
            if (i >= 0) {
                values[i] = value;
                return this;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            keys[size] = key;
            values[size] = value;
            if (index != null) {
                index.put(key, size);
            }
            size++;
            return this;
        }

        /** Adds the text unless it is null: undefined keys are absent in KAZOO's replies, never null. */
        public Builder put(String key, @Nullable String value) {
            return value == null ? this : put(key, new JsonText(value));
        }

        public Builder put(String key, boolean value) {
            return put(key, Json.of(value));
        }

        public Builder put(String key, long value) {
            return put(key, Json.of(value));
        }

        /** Adds the value unless it is null. */
        public Builder putIfPresent(String key, @Nullable Json value) {
            return value == null ? this : put(key, value);
        }

        public Builder putAll(JsonObject object) {
            object.forEach(this::put);
            return this;
        }

        public Builder remove(String key) {
            int i = find(key);
            if (i >= 0) {
                System.arraycopy(keys, i + 1, keys, i, size - i - 1);
                System.arraycopy(values, i + 1, values, i, size - i - 1);
                size--;
                index = null;
            }
            return this;
        }

        public JsonObject build() {
            return size == 0 ? EMPTY : new JsonObject(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
        }

        private int find(String key) {
            if (size > SCAN) {
                Map<String, Integer> known = index;
                if (known == null) {
                    known = indexed(keys, size);
                    index = known;
                }
                return known.getOrDefault(key, -1);
            }
            return scan(keys, size, key);
        }
    }
}
