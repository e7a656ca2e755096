package io.github.kazoomock.contracts.redact;

import io.github.kazoomock.json.Json;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets and personal data out of the parts of an exchange. The same value has the same pseudonym everywhere, as
 * long as the redactor lives, or for ever with a key of one's own. Safe for use by many threads.
 */
public final class Redactor {
    private final RuleTable table;
    private final Texts texts;

    private Redactor(RuleTable table, Keyed keyed) {
        this.table = table;
        this.texts = new Texts(table, new Pseudonyms(keyed));
    }

    /** With pseudonyms that nobody can make again. */
    public static Redactor of(RuleTable table) {
        return new Redactor(table, Keyed.random());
    }

    /** With pseudonyms that are the same for the same key; who knows the key can try values against them. */
    public static Redactor of(RuleTable table, String key) {
        return new Redactor(table, Keyed.with(key));
    }

    /** A value of JSON: a whole body. */
    public Json json(Json json) {
        return new Walk(table, texts, false).redacted(json);
    }

    /** The body of a reply to a request for a path, which may say what it is of. */
    public Json reply(Json json, String path) {
        Kind kind =
                table.ofReply(Stream.of(path.split("/")).map(KeyPath::folded).toList());
        Walk walk = new Walk(table, texts, false);
        return kind == null ? walk.redacted(json) : walk.redacted(json, kind);
    }

    /** JSON that describes documents, where a key called {@code password} stands over the rules for one. */
    public Json description(Json json) {
        return new Walk(table, texts, true).redacted(json);
    }

    /** A text in which anything may stand. */
    public String text(String text) {
        return texts.free(text, this::json);
    }

    /** The value of a header. */
    public String header(String name, String value) {
        Kind kind = table.ofHeader(name);
        return kind == null || value.isEmpty() ? text(value) : texts.of(kind, value);
    }

    /** What stands under a key of a form or a query. */
    public String field(String name, String value) {
        String bare = name.replaceFirst("^(filter_not|filter|has_value|key_missing|has_key|created|modified)_", "");
        Kind kind = table.ofKey(List.of(KeyPath.folded(bare)));
        return kind == null || value.isEmpty() ? text(value) : texts.of(kind, value);
    }

    /** A percent-encoded path. */
    public String path(String path) {
        List<String> steps = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (String step : path.split("/", -1)) {
            String decoded = decoded(step.replace("+", "%2B"));
            steps.add(KeyPath.folded(decoded));
            Kind kind = isWord(decoded) ? null : table.ofStep(steps);
            String other = kind == null ? texts.free(decoded, this::json) : texts.of(kind, decoded);
            written.add(other.equals(decoded) ? step : encoded(other));
        }
        return String.join("/", written);
    }

    /** Names of nouns and actions are secrets of nobody. */
    private static boolean isWord(String step) {
        return step.isEmpty() || step.matches("[a-z_]{1,30}");
    }

    /** A percent-encoded query, or form. */
    public String query(String query) {
        List<String> pairs = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? null : decoded(pair.substring(equals + 1));
            pairs.add(pair(pair, name, value));
        }
        return String.join("&", pairs);
    }

    private String pair(String pair, String name, @Nullable String value) {
        String otherName = text(name);
        if (value == null) {
            return otherName.equals(name) ? pair : encoded(otherName);
        }
        String other = field(name, value);
        return other.equals(value) && otherName.equals(name) ? pair : encoded(otherName) + "=" + encoded(other);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
