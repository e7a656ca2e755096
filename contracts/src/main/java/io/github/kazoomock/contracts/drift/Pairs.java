package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
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
        boolean inOrder = isInOrder(pairs);
        Iterator<Integer> fresh = left.stream()
                .filter(i -> isNew(ours.get(i), id -> references.theirs(id) != null))
                .iterator();
        for (int j = 0; j < theirs.size() && fresh.hasNext(); j++) {
            if (!taken.contains(j) && isNew(theirs.get(j), references::knowsTheir)) {
                pairs.add(new Pair(fresh.next(), j));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::ours));
        return new Pairs(List.copyOf(pairs), inOrder, ours.size() - pairs.size(), theirs.size() - pairs.size());
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
