package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What values at one place of replies were seen to look like.
 *
 * @param types of JSON, {@code integer} apart from {@code number}
 * @param keys of objects; {@code *} stands for ids, numbers and other keys that are data
 * @param items of arrays; null when none was seen
 */
record Seen(
        Set<String> types, Map<String, Seen> keys, @Nullable Seen items) {
    static final Seen NOTHING = new Seen(Set.of(), Map.of(), null);

    /** Stands for every key that is data. */
    static final String ANY = "*";

    /** Keys that are words of the API; everything else names something of the caller's. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_-]*\\d{0,3}");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}|\\{.*");
    private static final String ITEMS = "[]";
    private static final String TYPES = "";

    Seen {
        types = Set.copyOf(types);
        keys = Map.copyOf(keys);
    }

    /** The shape of one value. */
    static Seen of(Json value) {
        if (value instanceof JsonObject object) {
            Map<String, Seen> keys = new TreeMap<>();
            object.forEach((key, member) -> keys.merge(isData(key) ? ANY : key, of(member), Seen::and));
            return new Seen(Set.of("object"), keys, null);
        }
        if (value instanceof JsonArray array) {
            Seen items = array.values().stream().map(Seen::of).reduce(Seen::and).orElse(null);
            return new Seen(Set.of("array"), Map.of(), items);
        }
        return new Seen(Set.of(value.type()), Map.of(), null);
    }

    private static boolean isData(String key) {
        return !WORD.matcher(key).matches() || ID.matcher(key).matches();
    }

    /** Both. */
    Seen and(Seen other) {
        Set<String> allTypes = new TreeSet<>(types);
        allTypes.addAll(other.types);
        Map<String, Seen> allKeys = new TreeMap<>(keys);
        other.keys.forEach((key, shape) -> allKeys.merge(key, shape, Seen::and));
        Seen allItems = Stream.of(this, other)
                .flatMap(each -> Stream.ofNullable(each.items))
                .reduce(Seen::and)
                .orElse(null);
        return new Seen(allTypes, allKeys, allItems);
    }

    /** The same to this many steps down; what objects have farther down is not told. */
    Seen to(int depth) {
        Map<String, Seen> nearer = new TreeMap<>();
        keys.forEach((key, below) -> nearer.put(depth > 0 ? key : ANY, depth > 0 ? below.to(depth - 1) : NOTHING));
        return new Seen(types, nearer, items == null ? null : items.to(depth - 1));
    }

    /** The same with something else below a key. */
    Seen with(String key, Seen below) {
        Map<String, Seen> other = new TreeMap<>(keys);
        other.put(key, below);
        return new Seen(types, other, items);
    }

    /** True when the other one adds nothing. */
    boolean includes(Seen other) {
        return and(other).equals(this);
    }

    /** As it is written to the file of replies. */
    Json toJson() {
        String words = String.join(" ", new TreeSet<>(types));
        if (keys.isEmpty() && items == null) {
            return Json.of(words);
        }
        JsonObject.Builder json = JsonObject.builder().put(TYPES, words);
        new TreeMap<>(keys).forEach((key, shape) -> json.put(key, shape.toJson()));
        if (items != null) {
            json.put(ITEMS, items.toJson());
        }
        return json.build();
    }

    static Seen fromJson(Json json) {
        String words = json.text();
        if (words != null) {
            return new Seen(types(words), Map.of(), null);
        }
        JsonObject object = (JsonObject) json;
        Map<String, Seen> keys = new TreeMap<>();
        object.forEach((key, value) -> {
            if (!key.equals(TYPES) && !key.equals(ITEMS)) {
                keys.put(key, fromJson(value));
            }
        });
        Json items = object.get(ITEMS);
        return new Seen(types(object.textOr(TYPES, "")), keys, items == null ? null : fromJson(items));
    }

    private static Set<String> types(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(" "));
    }
}
