package io.github.kazoomock.contracts.record;

import io.github.kazoomock.json.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A body as a recording keeps it. */
public sealed interface Body {
    /** No body. */
    record None() implements Body {}

    /** JSON, of which only the values were kept, not how it was written. */
    record OfJson(Json json) implements Body {}

    /** Any other text. */
    record OfText(String text) implements Body {}

    /** Anything else, byte for byte. Two of them are not equal. */
    record OfBytes(byte[] content) implements Body {}

    /**
     * What was not kept, because nobody can take secrets out of it.
     *
     * @param length how long it was, in bytes
     */
    record LeftOut(long length) implements Body {}

    /** The bytes to send or to compare; none for what was left out. */
    default byte[] bytes() {
        if (this instanceof OfJson json) {
            return json.json().utf8();
        }
        if (this instanceof OfText text) {
            return text.text().getBytes(StandardCharsets.UTF_8);
        }
        return this instanceof OfBytes bytes ? bytes.content() : new byte[0];
    }

    /** The JSON; null when it is none. */
    default @Nullable Json json() {
        return this instanceof OfJson json ? json.json : null;
    }
}
