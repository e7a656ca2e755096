package io.github.kazoomock.contracts.redact;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of texts what rules find there. What was put in the place of something is never looked at again, so that one
 * value has one pseudonym wherever it stands.
 */
final class Texts {
    /** {@code key=value}, {@code key: value} and {@code "key": value}, also in JSON that is cut or broken. */
    private static final Pattern PAIR = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)(\\\\?\"?\\s*[:=]\\s*)"
            + "(\\\\?\"(?:[^\"\\\\]|\\\\[^\"])*(?:\\\\?\")?|\\[[^\\]]*]?|[^\\r\\n,;&\"{}\\[][^\\r\\n,;&\"}]*)");

    private static final Pattern DIGITS =
            Pattern.compile("(?<![0-9A-Za-z])\\+?[0-9](?:[ .()/-]{0,3}[0-9]){6,}(?![0-9A-Za-z])");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    /** Most texts are words of the API that come again and again. */
    private static final int SHORT = 80;

    private static final int MOST = 20_000;

    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final RuleTable table;
    private final Pseudonyms pseudonyms;
    private final List<Found> everywhere;

    private record Found(Pattern pattern, Kind kind) {}

    Texts(RuleTable table, Pseudonyms pseudonyms) {
        this.table = table;
        this.pseudonyms = pseudonyms;
        this.everywhere = table.rules().stream()
                .flatMap(rule -> rule.texts().stream().map(text -> new Found(text, rule.kind())))
                .toList();
    }

    /**
     * A text that is nothing special as a whole.
     *
     * @param inner takes JSON in the text
     */
    String free(String text, UnaryOperator<Json> inner) {
        if (text.length() > SHORT) {
            String json = json(text, inner);
            return json != null ? json : pairs(text);
        }
        if (seen.size() > MOST) {
            seen.clear();
        }
        String known = seen.get(text);
        if (known == null) {
            String json = json(text, inner);
            known = json != null ? json : pairs(text);
            seen.put(text, known);
        }
        return known;
    }

    private String pairs(String text) {
        StringBuilder out = new StringBuilder();
        Matcher pair = PAIR.matcher(text);
        int from = 0;
        for (int at = 0; at <= text.length() && pair.find(at); ) {
            Kind kind = kind(pair.group(1));
            if (kind == null) {
                at = pair.end(2); // there may be one in its value
            } else {
                out.append(searched(text.substring(from, pair.start()), 0, any -> any))
                        .append(redacted(pair, kind));
                from = pair.end();
                at = from;
            }
        }
        return out.append(searched(text.substring(from), 0, any -> any)).toString();
    }

    private @Nullable Kind kind(String key) {
        Kind byKey = table.ofKey(List.of(KeyPath.folded(key)));
        return byKey == null ? table.ofHeader(key) : byKey;
    }

    /** A text that stands under a key. */
    String of(Kind kind, String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (kind) {
            case NUMBER -> searched(text, 0, this::numbers);
            case NAME -> searched(text, 0, gap -> pseudonyms.of(Kind.NAME, gap));
            case EMAIL -> email(text);
            default -> pseudonyms.of(kind, text);
        };
    }

    private String email(String text) {
        String searched = searched(text, 0, any -> any);
        return searched.equals(text) && text.indexOf('@') < 0 && !text.matches("[0-9*#+]*")
                ? pseudonyms.of(Kind.EMAIL, text)
                : searched;
    }

    private String numbers(String gap) {
        return between(
                gap,
                DIGITS,
                found -> DATE.matcher(found.group()).matches()
                        ? found.group()
                        : pseudonyms.of(Kind.NUMBER, found.group()),
                any -> any);
    }

    private @Nullable String json(String text, UnaryOperator<Json> inner) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return null;
        }
        try {
            Json json = Json.parse(text);
            Json redacted = inner.apply(json);
            return redacted.equals(json) ? text : redacted.toString();
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private String redacted(Matcher pair, Kind kind) {
        String value = pair.group(3);
        String quote = value.startsWith("\\\"") ? "\\\"" : value.startsWith("\"") ? "\"" : "";
        String end = value.length() > quote.length() && value.endsWith(quote) ? quote : "";
        String bare = value.substring(quote.length(), value.length() - end.length());
        String trimmed = bare.strip();
        return pair.group(1)
                + pair.group(2)
                + quote
                + bare.replace(trimmed, trimmed.isEmpty() ? "" : of(kind, trimmed))
                + end;
    }

    /**
     * Looks for each pattern in what those before it left.
     *
     * @param rest takes what none of them found
     */
    private String searched(String text, int rule, UnaryOperator<String> rest) {
        if (text.isEmpty()) {
            return text;
        }
        if (rule == everywhere.size()) {
            return rest.apply(text);
        }
        Found found = everywhere.get(rule);
        return between(
                text, found.pattern(), match -> replaced(match, found.kind()), gap -> searched(gap, rule + 1, rest));
    }

    private String replaced(Matcher match, Kind kind) {
        String whole = match.group();
        if (match.groupCount() == 0 || match.group(1) == null) {
            return one(kind, whole);
        }
        int start = match.start(1) - match.start();
        int end = match.end(1) - match.start();
        return whole.substring(0, start) + one(kind, whole.substring(start, end)) + whole.substring(end);
    }

    /** A value that a pattern found. */
    private String one(Kind kind, String value) {
        if (kind == Kind.NUMBER && value.regionMatches(true, 0, "%2B", 0, 3)) {
            return value.substring(0, 3)
                    + pseudonyms.of(kind, "+" + value.substring(3)).substring(1);
        }
        return value.isEmpty() ? value : pseudonyms.of(kind, value);
    }

    private static String between(
            String text, Pattern pattern, Function<Matcher, String> found, UnaryOperator<String> gaps) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            out.append(gaps.apply(text.substring(from, matcher.start()))).append(found.apply(matcher));
            from = matcher.end();
        }
        return from == 0
                ? gaps.apply(text)
                : out.append(gaps.apply(text.substring(from))).toString();
    }
}
