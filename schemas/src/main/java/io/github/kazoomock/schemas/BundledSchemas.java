package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The schemas among our own resources: listed at once, each parsed when first asked for. */
final class BundledSchemas {
    /** Resources cannot be listed from inside a jar, so their ids are written down. */
    static final String INDEX = "index.txt";

    private static final Map<String, JsonObject> PARSED = new ConcurrentHashMap<>();

    private BundledSchemas() {}

    static Map<String, Supplier<JsonObject>> all() {
        return new String(bytes(INDEX), StandardCharsets.UTF_8)
                .lines()
                .collect(Collectors.toMap(Function.identity(), BundledSchemas::lazily));
    }

    private static Supplier<JsonObject> lazily(String id) {
        return () -> PARSED.computeIfAbsent(id, BundledSchemas::parse);
    }

    private static JsonObject parse(String id) {
        return (JsonObject) Json.parse(bytes(id + ".json"));
    }

    private static byte[] bytes(String name) {
        try (@Nullable InputStream in = BundledSchemas.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource missing from the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
