package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** List filters of the query string; they see the whole stored document and all must hold (core sheet 9). */
final class Filters {
    private static final Set<String> EMPTY_TEXTS = Set.of("", "0", "NULL", "undefined");

    private Filters() {}

    /**
     * A kind of filter whose key stands behind a prefix of the parameter's name.
     *
     * @param newest only newest KAZOO knows it
     */
    private record OnKey(String prefix, boolean newest, BiPredicate<@Nullable Json, String> holds) {}

    /** Longer prefixes first: the first that fits is the one that is meant. */
    private static final List<OnKey> ON_KEY = List.of(
            new OnKey("filter_array_intersect_all_", true, (stored, value) -> intersect(stored, value, Kind.ALL)),
            new OnKey("filter_array_intersect_any_", true, (stored, value) -> intersect(stored, value, Kind.ANY)),
            new OnKey("filter_array_intersect_none_", true, (stored, value) -> intersect(stored, value, Kind.NONE)),
            new OnKey("filter_any_", true, (stored, value) -> isIn(stored, value, false)),
            new OnKey("filter_none_", true, (stored, value) -> !isIn(stored, value, false)),
            new OnKey("filter_not_", false, (stored, value) -> !equal(stored, value)),
            new OnKey("filter_", false, Filters::equal));

    private enum Kind {
        ALL,
        ANY,
        NONE
    }

    /**
     * What the query asks of a stored document; parameters that are no filters are ignored.
     *
     * @param arrays whether the filters of newest KAZOO count (decision L5); else their names are keys
     */
    static Predicate<JsonObject> of(Query query, boolean arrays) {
        List<Predicate<JsonObject>> all = new ArrayList<>();
        for (Map.Entry<String, String> pair : query.pairs()) {
            Predicate<JsonObject> filter = filter(pair.getKey(), pair.getValue(), arrays);
            if (filter != null) {
                all.add(filter);
            }
        }
        return stored -> all.stream().allMatch(filter -> filter.test(stored));
    }

    private static @Nullable Predicate<JsonObject> filter(String name, String value, boolean arrays) {
        for (OnKey kind : ON_KEY) {
            if (name.startsWith(kind.prefix) && (arrays || !kind.newest)) {
                return onPath(name.substring(kind.prefix.length()), stored -> kind.holds.test(stored, value));
            }
        }
        return switch (name) {
            case "has_key" -> onPath(value, stored -> stored != null);
            case "key_missing" -> onPath(value, stored -> stored == null);
            case "has_value" -> onPath(value, stored -> !isEmpty(stored));
            case "value_missing" -> onPath(value, Filters::isEmpty);
            case "created_from" -> onTime("pvt_created", value, (at, bound) -> at >= bound, true);
            case "created_to" -> onTime("pvt_created", value, (at, bound) -> at <= bound, false);
            case "modified_from" -> onTime("pvt_modified", value, (at, bound) -> at >= bound, true);
            case "modified_to" -> onTime("pvt_modified", value, (at, bound) -> at <= bound, false);
            default -> null;
        };
    }

    /** A path that runs through a scalar leaves the document out, whatever the filter. */
    private static Predicate<JsonObject> onPath(String path, Predicate<@Nullable Json> holds) {
        String[] steps = path.split("\\.", -1);
        return stored -> {
            Json at = stored;
            for (String step : steps) {
                if (at instanceof JsonObject object) {
                    at = object.get(step);
                } else if (at instanceof JsonArray array) {
                    at = element(array, step);
                } else if (at != null) {
                    return false;
                }
                if (at == null) {
                    return holds.test(null);
                }
            }
            return holds.test(at);
        };
    }

    private static @Nullable Json element(JsonArray array, String step) {
        boolean isIndex = !step.isEmpty() && step.length() < 9 && step.chars().allMatch(Character::isDigit);
        int index = isIndex ? Integer.parseInt(step) : 0;
        return index >= 1 && index <= array.size() ? array.get(index - 1) : null;
    }

    private static Predicate<JsonObject> onTime(
            String key, String value, BiPredicate<Long, Long> holds, boolean missing) {
        long bound;
        try {
            bound = Long.parseLong(value);
        } catch (NumberFormatException e) {
            return stored -> false;
        }
        return stored -> stored.has(key) ? holds.test(stored.integer(0, key), bound) : missing;
    }

    private static boolean equal(@Nullable Json stored, String value) {
        return text(stored).equals(value) || isIn(stored, value, true);
    }

    /** True when the value is a JSON array with the stored text, or, if scalars count, a JSON string that is it. */
    private static boolean isIn(@Nullable Json stored, String value, boolean scalars) {
        Json parsed = parsed(value);
        if (parsed instanceof JsonArray array) {
            return array.values().stream().anyMatch(element -> text(element).equals(text(stored)));
        }
        return scalars && parsed instanceof JsonText text && text.value().equals(text(stored));
    }

    private static boolean intersect(@Nullable Json stored, String value, Kind kind) {
        if (!(parsed(value) instanceof JsonArray wanted)) {
            return kind == Kind.NONE;
        }
        JsonArray has = stored instanceof JsonArray array ? array : JsonArray.EMPTY;
        return switch (kind) {
            case ALL -> has.values().containsAll(wanted.values());
            case ANY -> wanted.values().stream().anyMatch(has.values()::contains);
            case NONE -> wanted.values().stream().noneMatch(has.values()::contains);
        };
    }

    private static @Nullable Json parsed(String value) {
        try {
            return Json.parse(value);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    /** How KAZOO spells a stored value to compare it. */
    private static String text(@Nullable Json value) {
        if (value == null) {
            return "";
        }
        if (value instanceof JsonText text) {
            return text.value();
        }
        if (value instanceof JsonArray array) {
            return array.values().stream().map(Filters::text).collect(Collectors.joining());
        }
        return value.toString();
    }

    private static boolean isEmpty(@Nullable Json value) {
        if (value == null || value == JsonLiteral.NULL) {
            return true;
        }
        if (value instanceof JsonText text) {
            return EMPTY_TEXTS.contains(text.value());
        }
        if (value instanceof JsonNumber number) {
            return number.value().doubleValue() == 0;
        }
        return value instanceof JsonObject object
                ? object.isEmpty()
                : value instanceof JsonArray array && array.size() == 0;
    }
}
