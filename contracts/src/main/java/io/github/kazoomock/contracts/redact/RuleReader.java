package io.github.kazoomock.contracts.redact;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Reads one rule: {@code {"name": "badges", "as": "digits", "keys": ["badge_number"], "texts": ["B-([0-9]{5})"]}}; further
 * keys are {@code why}, {@code on}, {@code headers}, {@code paths} and {@code replies}.
 */
final class RuleReader {
    private static final Set<String> KEYS =
            Set.of("name", "why", "on", "as", "headers", "keys", "paths", "replies", "texts");

    private RuleReader() {}

    static Rule read(Json written, String where) {
        if (!(written instanceof JsonObject rule)) {
            throw new UsageError(where + ": a rule is a JSON object");
        }
        for (String key : rule.keys()) {
            if (!KEYS.contains(key)) {
                throw new UsageError(where + "/" + key + ": no rule has such a key; the keys are "
                        + KEYS.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        String name = rule.text("name");
        if (name == null || name.isEmpty()) {
            throw new UsageError(where + "/name: a rule needs a name");
        }
        return new Rule(
                name,
                rule.textOr("why", ""),
                rule.get("on") != JsonLiteral.FALSE,
                kind(rule, where),
                paths(rule, "headers", where),
                paths(rule, "keys", where),
                paths(rule, "paths", where),
                paths(rule, "replies", where),
                patterns(rule, where));
    }

    static Rule withState(Rule rule, boolean on) {
        return new Rule(
                rule.name(),
                rule.why(),
                on,
                rule.kind(),
                rule.headers(),
                rule.keys(),
                rule.paths(),
                rule.replies(),
                rule.texts());
    }

    private static Kind kind(JsonObject rule, String where) {
        String word = rule.textOr("as", Kind.SECRET.word());
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageError(where + "/as: '" + word + "' is none of "
                        + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "))));
    }

    private static List<KeyPath> paths(JsonObject rule, String key, String where) {
        return texts(rule, key, where).stream().map(KeyPath::of).toList();
    }

    private static List<Pattern> patterns(JsonObject rule, String where) {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : texts(rule, "texts", where)) {
            try {
                patterns.add(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                throw new UsageError(where + "/texts: '" + text + "' is no regular expression: " + e.getDescription());
            }
        }
        return patterns;
    }

    private static List<String> texts(JsonObject rule, String key, String where) {
        Json value = rule.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || array.texts().size() != array.size()) {
            throw new UsageError(where + "/" + key + ": expected an array of texts");
        }
        return array.texts();
    }
}
