package io.github.kazoomock.contracts.redact;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through JSON. Types stay: a secret text is another text, a secret number another number; switches and nulls stay
 * what they are.
 *
 * @param described whether keys are names of what is described, as in schemas, and say nothing of their values
 */
record Walk(RuleTable table, Texts texts, boolean described) {
    /** Of a complaint about a field, what is in words of the server. */
    private static final Set<String> WORDS = Set.of("message", "target");

    Json redacted(Json json) {
        boolean complaint = json instanceof JsonObject envelope
                && envelope.textOr("status", "").equals("error");
        return value(json, List.of(), null, complaint);
    }

    /** An envelope of which all data are of one kind. */
    Json redacted(Json json, Kind data) {
        Json secret = json instanceof JsonObject envelope ? envelope.get("data") : null;
        if (!(json instanceof JsonObject envelope) || secret == null) {
            return redacted(json);
        }
        JsonObject rest = (JsonObject) redacted(envelope.without("data"));
        return rest.with(value(secret, List.of("data"), data, false), "data");
    }

    /** @param kind of what stands here; null for nothing special */
    private Json value(Json json, List<String> path, @Nullable Kind kind, boolean complaint) {
        if (json instanceof JsonObject object) {
            return object(object, path, kind, complaint);
        }
        if (json instanceof JsonArray array) {
            return new JsonArray(array.values().stream()
                    .map(each -> value(each, path, kind, complaint))
                    .toList());
        }
        if (json instanceof JsonText text) {
            return Json.of(text(text.value(), kind));
        }
        return json instanceof JsonNumber number && kind != null ? number(number, kind) : json;
    }

    private JsonObject object(JsonObject object, List<String> path, @Nullable Kind kind, boolean complaint) {
        JsonObject.Builder redacted = JsonObject.builder();
        object.forEach((key, value) -> {
            List<String> here = new ArrayList<>(path);
            here.add(KeyPath.folded(key));
            Kind byKey = described ? null : table.ofKey(here);
            Kind below = kind != null && kind.isDeep() ? kind : byKey;
            boolean words = complaint && WORDS.contains(key);
            redacted.put(key(key, kind), value(value, here, words ? null : below, complaint));
        });
        return redacted.build();
    }

    /** A key may itself be what is taken out: a number, an address. */
    private String key(String key, @Nullable Kind kind) {
        return kind == Kind.NUMBER ? texts.of(Kind.NUMBER, key) : texts.free(key, any -> any);
    }

    private String text(String text, @Nullable Kind kind) {
        return kind == null
                ? texts.free(text, inner -> new Walk(table, texts, described).redacted(inner))
                : texts.of(kind, text);
    }

    /** Another number of as many digits; of numbers that are times, none. */
    private Json number(JsonNumber number, Kind kind) {
        String digits = number.toString();
        boolean isTime = digits.matches("6[2-5][0-9]{9}");
        if ((kind == Kind.NUMBER && (isTime || !number.isInteger())) || kind == Kind.NAME || kind == Kind.STREET) {
            return number;
        }
        String made = texts.of(kind == Kind.NUMBER ? Kind.NUMBER : Kind.DIGITS, digits);
        String whole = made.replaceFirst("^(-?)0(?=[0-9])", "$11");
        return Json.parse(whole);
    }
}
