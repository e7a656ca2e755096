package io.github.kazoomock.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One immutable JSON value.
 *
 * <p>Values compare by content; numbers compare as KAZOO does, where {@code 1} and {@code 1.0} differ.
 */
public sealed interface Json permits JsonObject, JsonArray, JsonText, JsonNumber, JsonLiteral {

    /** Parses one complete value. @throws JsonSyntaxException with line and column when the text is no JSON */
    static Json parse(byte[] utf8) {
        return JsonReader.read(utf8);
    }

    /** Parses one complete value. @throws JsonSyntaxException with line and column when the text is no JSON */
    static Json parse(String text) {
        return JsonReader.read(text);
    }

    static Json of(String value) {
        return new JsonText(value);
    }

    static Json of(long value) {
        return JsonNumber.of(value);
    }

    static Json of(double value) {
        return JsonNumber.of(value);
    }

    static Json of(boolean value) {
        return value ? JsonLiteral.TRUE : JsonLiteral.FALSE;
    }

    /** An array of texts. */
    static JsonArray texts(List<String> values) {
        return new JsonArray(values.stream().map(Json::of).toList());
    }

    /** The name that JSON Schema gives this value's type: {@code object}, {@code integer} and so on. */
    String type();

    /** The text of a string value; null for every other type. */
    default @Nullable String text() {
        return this instanceof JsonText text ? text.value() : null;
    }

    /** Compact JSON text in UTF-8; non-ASCII characters are not escaped. */
    default byte[] utf8() {
        return JsonWriter.compact(this);
    }

    /** JSON text indented by two spaces, in UTF-8. */
    default byte[] pretty() {
        return JsonWriter.indented(this);
    }
}
