package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that were really sent and answered, as examples. Tokens are not told: they are long, and scanners take them
 * for secrets that leaked. Of long lists only the first rows are shown.
 */
final class OpenApiExamples {
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final int LONG = 16_000;
    private static final int ROWS = 3;

    private OpenApiExamples() {}

    /** Null for a body that makes none: a very large one, and a schema, whose references tools would follow. */
    static @Nullable Json of(Json body) {
        Json told = withoutTokens(body);
        if (told.utf8().length > LONG
                && told instanceof JsonObject object
                && object.get("data") instanceof JsonArray rows) {
            List<Json> first = rows.values().subList(0, Math.min(ROWS, rows.size()));
            told = object.with(new JsonArray(first), "data");
        }
        return told.utf8().length > LONG || isReferring(told) ? null : told;
    }

    /** A text that may be a token. */
    static String of(String text) {
        return TOKEN.matcher(text).replaceAll("TOKEN");
    }

    private static Json withoutTokens(Json value) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder told = JsonObject.builder();
            object.forEach((key, child) -> told.put(key, withoutTokens(child)));
            return told.build();
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(
                    array.values().stream().map(OpenApiExamples::withoutTokens).toList());
        }
        return value instanceof JsonText text ? Json.of(of(text.value())) : value;
    }

    private static boolean isReferring(Json value) {
        return value instanceof JsonObject object
                ? object.has("$ref")
                        || object.keys().stream().anyMatch(key -> isReferring(Objects.requireNonNull(object.get(key))))
                : value instanceof JsonArray array && array.values().stream().anyMatch(OpenApiExamples::isReferring);
    }
}
