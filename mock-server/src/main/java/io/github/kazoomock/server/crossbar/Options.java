package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Looks request options up where Crossbar does: in {@code data}, then the query string, then the envelope (core sheet
 * 4.2). A document property named like an option therefore acts as one.
 */
public record Options(Envelope envelope, Query query) {

    /** The value of an option as text; numbers and booleans in their JSON spelling. */
    public @Nullable String text(String name) {
        Json value = value(name);
        return value == null ? null : value instanceof JsonText text ? text.value() : value.toString();
    }

    public @Nullable Json value(String name) {
        assert query.isDeclared(name) : Query.undeclared(name);
        Json inData = envelope.object().get(name);
        if (inData != null && inData != JsonLiteral.NULL) {
            return inData;
        }
        String inQuery = query.first(name);
        if (inQuery != null) {
            return Json.of(inQuery);
        }
        return envelope.root().get(name);
    }

    /** True only for the text or literal {@code true} (core sheet 4.7). */
    public boolean isTrue(String name) {
        return "true".equals(text(name));
    }

    /** True when the option was given with any other value than {@code true}. */
    public boolean isFalse(String name) {
        String text = text(name);
        return text != null && !text.equals("true");
    }
}
