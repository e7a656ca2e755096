package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which element of their list, which key of their object belongs to which of ours.
 *
 * @param inOrder false when two elements that are known come one way in ours and the other way in theirs
 * @param missing how many of ours have no counterpart
 * @param extra how many of theirs have none
 */
record Pairs(List<Pair> pairs, boolean inOrder, int missing, int extra) {

    /** Indexes into both lists. */
    record Pair(int ours, int theirs) {}

    /**
     * Elements that are the same thing belong together wherever they stand; those that nobody has seen before do in their
     * order.
     */
    static Pairs ofElements(JsonArray ours, JsonArray theirs, References references) {
        List<Pair> pairs = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            int at = indexOf(ours.get(i), theirs, taken, references);
            if (at < 0) {
                left.add(i);
            } else {
                taken.add(at);
                pairs.add(new Pair(i, at));
            }
        }
        boolean inOrder =
                isInOrder(pairs) || (Sorting.of(ours) != Sorting.NONE && Sorting.of(ours) == Sorting.of(theirs));
        List<Integer> fresh = new ArrayList<>(left.stream()
                .filter(i -> isNew(ours.get(i), id -> references.theirs(id) != null))
                .toList());
        List<Integer> free = new ArrayList<>(IntStream.range(0, theirs.size())
                .filter(j -> !taken.contains(j) && isNew(theirs.get(j), references::knowsTheir))
                .boxed()
                .toList());
        alike(ours, theirs, fresh, free, pairs);
        for (int i = 0; i < Math.min(fresh.size(), free.size()); i++) {
            pairs.add(new Pair(fresh.get(i), free.get(i)));
        }
        pairs.sort(Comparator.comparingInt(Pair::ours));
        return new Pairs(List.copyOf(pairs), inOrder, ours.size() - pairs.size(), theirs.size() - pairs.size());
    }

    /** New things that look alike are the same, since lists are often in the order of ids. */
    private static void alike(
            JsonArray ours, JsonArray theirs, List<Integer> fresh, List<Integer> free, List<Pair> pairs) {
        for (Integer our : List.copyOf(fresh)) {
            String looks = Shown.withoutChange(ours.get(our));
            free.stream()
                    .filter(their -> Shown.withoutChange(theirs.get(their)).equals(looks))
                    .findFirst()
                    .ifPresent(their -> {
                        pairs.add(new Pair(our, their));
                        fresh.remove(our);
                        free.remove(their);
                    });
        }
    }

    /** How a list is sorted by its ids, which is all that two lists of different ids can have in common. */
    private enum Sorting {
        ASCENDING,
        DESCENDING,
        NONE;

        static Sorting of(JsonArray list) {
            List<String> ids = list.values().stream()
                    .map(Pairs::identity)
                    .filter(id -> id != null && Form.of(id) == Form.ID)
                    .map(String::valueOf)
                    .toList();
            if (ids.size() < 2 || ids.size() != list.size()) {
                return NONE;
            }
            List<String> sorted = ids.stream().sorted().toList();
            if (ids.equals(sorted)) {
                return ASCENDING;
            }
            return ids.equals(ids.stream().sorted(Comparator.reverseOrder()).toList()) ? DESCENDING : NONE;
        }
    }

    /** The first with the first, as in lists of other things. */
    static Pairs byPlace(JsonArray ours, JsonArray theirs) {
        List<Pair> pairs = IntStream.range(0, Math.min(ours.size(), theirs.size()))
                .mapToObj(i -> new Pair(i, i))
                .toList();
        return new Pairs(pairs, true, 0, 0);
    }

    /** What has no name, or the id of something that nobody has seen before. */
    private static boolean isNew(Json element, Predicate<String> known) {
        String identity = identity(element);
        return identity == null || (Form.of(identity) != Form.PLAIN && !known.test(identity));
    }

    private static int indexOf(Json our, JsonArray theirs, Set<Integer> taken, References references) {
        String identity = identity(our);
        if (identity == null) {
            return -1;
        }
        String known = references.theirs(identity);
        String wanted = known == null ? identity : known;
        for (int j = 0; j < theirs.size(); j++) {
            if (!taken.contains(j) && wanted.equals(identity(theirs.get(j)))) {
                return j;
            }
        }
        return -1;
    }

    /** What an element is known by; null when it is a thing without a name. */
    private static @Nullable String identity(Json element) {
        return element instanceof JsonObject object ? object.text("id") : element.text();
    }

    private static boolean isInOrder(List<Pair> pairs) {
        int last = -1;
        for (Pair pair : pairs) {
            if (pair.theirs < last) {
                return false;
            }
            last = pair.theirs;
        }
        return true;
    }

    /** Their key by ours; keys that are ids, dates and the like are paired by what they stand for, or in order. */
    static Map<String, String> ofKeys(List<String> ours, List<String> theirs, References references) {
        Map<String, String> pairs = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        Set<String> free = new LinkedHashSet<>(theirs);
        for (String our : ours) {
            String known = references.theirs(our);
            String wanted = known == null ? our : known;
            if (free.remove(wanted)) {
                pairs.put(our, wanted);
            } else if (Form.of(our) != Form.PLAIN) {
                left.add(our);
            }
        }
        for (String our : left) {
            free.stream()
                    .filter(their -> Form.of(their) == Form.of(our))
                    .filter(their -> !Form.of(our).isReference() || references.same(our, their))
                    .findFirst()
                    .ifPresent(their -> {
                        pairs.put(our, their);
                        free.remove(their);
                    });
        }
        return pairs;
    }

    /** True when all ids at the same places are the same things. */
    static boolean allSame(List<String> ours, List<String> theirs, References references) {
        for (int i = 0; i < ours.size(); i++) {
            if (!references.same(ours.get(i), theirs.get(i))) {
                return false;
            }
        }
        return true;
    }
}
