package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What people would write into properties of a name, so that samples read like what they stand for. */
final class Words {
    private static final JsonObject ALL = read();

    private Words() {}

    /**
     * A word for a property; it may not be one that the property's schema takes.
     *
     * @param schema id of the schema whose property it is
     * @return null when nothing is known
     */
    static @Nullable String of(String schema, String property) {
        String special = ALL.text(schema + " " + property);
        return special == null ? ALL.text(property) : special;
    }

    private static JsonObject read() {
        try (InputStream in = Words.class.getResourceAsStream("samples/words.json")) {
            if (in == null) {
                throw new IllegalStateException("words.json is missing");
            }
            return (JsonObject) Json.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
