package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The matching rules of a pact for a body: which matchers hold at a place. */
final class MatchingRules {
    static final MatchingRules NONE = new MatchingRules(Map.of());

    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\['([^']*)']|\\[(\\d+|\\*)]");
    private static final String ANY = "*";

    /** What makes the keys of an object of no interest. */
    private static final Set<String> FREE_KEYS = Set.of("values", "eachKey", "eachValue");

    private final Map<List<String>, Set<String>> byPath;

    private MatchingRules(Map<List<String>, Set<String>> byPath) {
        this.byPath = byPath;
    }

    /** Those of a response's or request's {@code matchingRules}, as pacts of version 2, 3 and 4 write them. */
    static MatchingRules of(JsonObject rules) {
        Map<List<String>, Set<String>> all = new HashMap<>();
        JsonObject body = rules.object("body");
        body.forEach((path, rule) -> add(all, path, rule));
        rules.forEach((path, rule) -> {
            if (path.startsWith("$.body")) {
                add(all, "$" + path.substring("$.body".length()), rule);
            }
        });
        return all.isEmpty() ? NONE : new MatchingRules(all);
    }

    private static void add(Map<List<String>, Set<String>> all, String path, Json rule) {
        Set<String> words = all.computeIfAbsent(steps(path), key -> new TreeSet<>());
        if (rule instanceof JsonObject object) {
            matcher(object, words);
            object.array("matchers").forEach(each -> {
                if (each instanceof JsonObject matcher) {
                    matcher(matcher, words);
                }
            });
        }
    }

    /** A matcher of version 2 may have a {@code regex}, {@code min} or {@code max} without saying more. */
    private static void matcher(JsonObject matcher, Set<String> words) {
        String word = matcher.text("match");
        if (word != null) {
            words.add(word);
        } else if (matcher.has("regex")) {
            words.add("regex");
        } else if (matcher.has("min") || matcher.has("max")) {
            words.add("type");
        }
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            String word = step.group(1) == null ? step.group(2) == null ? step.group(3) : step.group(2) : step.group(1);
            steps.add(word);
        }
        return steps;
    }

    /** The words of the matchers of exactly this place; none when it is compared as it stands. */
    Set<String> at(List<String> place) {
        Set<String> words = new TreeSet<>();
        byPath.forEach((path, matchers) -> {
            if (fits(path, place)) {
                words.addAll(matchers);
            }
        });
        return words;
    }

    /** True when any key will do in the object at this place, because the consumer only reads the values. */
    boolean hasFreeKeys(List<String> place) {
        List<String> below = new ArrayList<>(place);
        below.add("");
        return at(place).stream().anyMatch(FREE_KEYS::contains)
                || byPath.keySet().stream()
                        .anyMatch(path -> path.size() >= below.size()
                                && path.get(place.size()).equals(ANY)
                                && fits(path.subList(0, place.size()), place));
    }

    /** True when nothing is said of the value at this place, here or from above: it has to be exactly this. */
    boolean isLiteral(List<String> place) {
        for (int length = 0; length <= place.size(); length++) {
            Set<String> words = at(place.subList(0, length));
            if (!words.isEmpty() && !words.equals(Set.of("equality"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(List<String> path, List<String> place) {
        if (path.size() != place.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).equals(ANY) && !path.get(i).equals(place.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Names that rules speak of below a place, which examples may lack. */
    Set<String> namesBelow(List<String> place) {
        Set<String> names = new TreeSet<>();
        for (List<String> path : byPath.keySet()) {
            if (path.size() > place.size() && fits(path.subList(0, place.size()), place)) {
                String name = path.get(place.size());
                if (!name.equals(ANY) && !name.matches("\\d+")) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
