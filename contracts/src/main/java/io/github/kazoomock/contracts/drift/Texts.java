package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts in JSON and in bodies that are none. */
final class Texts {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d?:\\d\\d(:\\d\\d)?Z?|\\b\\d{10,13}\\b");

    private Texts() {}

    /** All texts in it. */
    static Stream<String> of(Json json) {
        if (json instanceof JsonObject object) {
            return object.keys().stream().flatMap(key -> of(Objects.requireNonNull(object.get(key))));
        }
        if (json instanceof JsonArray array) {
            return array.values().stream().flatMap(Texts::of);
        }
        String text = json.text();
        return text == null ? Stream.of() : Stream.of(text);
    }

    /** The ids in a text, in order. */
    static List<String> ids(String text) {
        return Shown.ID.matcher(text).results().map(MatchResult::group).toList();
    }

    /** A text without ids and times. */
    static String withoutChangingParts(String text) {
        return TIME.matcher(Shown.withoutIds(text)).replaceAll("{time}");
    }
}
