package io.github.kazoomock.server.evidence;

import io.github.kazoomock.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Data files beside these classes. */
final class Resource {
    private Resource() {}

    static <T extends Json> T read(String name, Class<T> type) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return type.cast(Json.parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
