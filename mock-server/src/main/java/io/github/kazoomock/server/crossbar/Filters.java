package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.json.JsonText;
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

    /** What filters look at: keys and values of one thing; a document need not be merged for it. */
    interface Seen {
        @Nullable
        Json get(String key);
    }

    /**
     * A kind of filter whose key stands behind a prefix of the parameter's name.
     *
     * @param newest only newest KAZOO knows it
     */
    private record OnKey(String prefix, boolean newest, BiPredicate<@Nullable Json, Wanted> holds) {}

    /** Longer prefixes first: the first that fits is the one that is meant. */
    private static final List<OnKey> ON_KEY = List.of(
            new OnKey("filter_array_intersect_all_", true, (stored, wanted) -> intersect(stored, wanted, Kind.ALL)),
            new OnKey("filter_array_intersect_any_", true, (stored, wanted) -> intersect(stored, wanted, Kind.ANY)),
            new OnKey("filter_array_intersect_none_", true, (stored, wanted) -> intersect(stored, wanted, Kind.NONE)),
            new OnKey("filter_any_", true, (stored, wanted) -> wanted.lists(text(stored))),
            new OnKey("filter_none_", true, (stored, wanted) -> !wanted.lists(text(stored))),
            new OnKey("filter_not_", false, (stored, wanted) -> !wanted.is(text(stored))),
            new OnKey("filter_", false, (stored, wanted) -> wanted.is(text(stored))));

    /**
     * What a filter asks for, taken apart once for all the documents of a list.
     *
     * @param text as it stands in the query
     * @param json the same read as JSON; null when it is none
     * @param elements of a JSON array, as KAZOO spells them; empty for anything else
     */
    private record Wanted(String text, @Nullable Json json, Set<String> elements) {
        static Wanted of(String text) {
            Json json = parsed(text);
            Set<String> elements = json instanceof JsonArray array
                    ? array.values().stream().map(Filters::text).collect(Collectors.toUnmodifiableSet())
                    : Set.of();
            return new Wanted(text, json, elements);
        }

        boolean lists(String stored) {
            return elements.contains(stored);
        }

        boolean is(String stored) {
            return text.equals(stored)
                    || lists(stored)
                    || (json instanceof JsonText quoted && quoted.value().equals(stored));
        }
    }

    /** How a time stands to what a filter asks for. */
    private interface Bound {
        boolean test(long at, long bound);
    }

    private enum Kind {
        ALL,
        ANY,
        NONE
    }

    /**
     * What the query asks of what a list is of; parameters that are no filters are ignored.
     *
     * @param arrays whether the filters of newest KAZOO count (decision L5); else their names are keys
     */
    static Predicate<Seen> of(Query query, boolean arrays) {
        Predicate<Seen> all = seen -> true;
        for (Map.Entry<String, String> pair : query.pairs()) {
            Predicate<Seen> filter = filter(pair.getKey(), pair.getValue(), arrays);
            all = filter == null ? all : all.and(filter);
        }
        return all;
    }

    private static @Nullable Predicate<Seen> filter(String name, String value, boolean arrays) {
        for (OnKey kind : ON_KEY) {
            if (name.startsWith(kind.prefix) && (arrays || !kind.newest)) {
                Wanted wanted = Wanted.of(value);
                return onPath(name.substring(kind.prefix.length()), stored -> kind.holds.test(stored, wanted));
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
    private static Predicate<Seen> onPath(String path, Predicate<@Nullable Json> holds) {
        String[] steps = path.split("\\.", -1);
        return seen -> {
            Json at = seen.get(steps[0]);
            for (int i = 1; i < steps.length && at != null; i++) {
                if (at instanceof JsonObject object) {
                    at = object.get(steps[i]);
                } else if (at instanceof JsonArray array) {
                    at = element(array, steps[i]);
                } else {
                    return false;
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

    private static Predicate<Seen> onTime(String key, String value, Bound holds, boolean missing) {
        long bound;
        try {
            bound = Long.parseLong(value);
        } catch (NumberFormatException e) {
            return seen -> false;
        }
        return seen -> {
            Json at = seen.get(key);
            return at == null
                    ? missing
                    : holds.test(at instanceof JsonNumber n ? n.value().longValue() : 0, bound);
        };
    }

    private static boolean intersect(@Nullable Json stored, Wanted asked, Kind kind) {
        if (!(asked.json instanceof JsonArray wanted)) {
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
