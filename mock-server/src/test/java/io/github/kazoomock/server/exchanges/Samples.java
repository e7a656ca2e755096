package io.github.kazoomock.server.exchanges;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where samples and what we know of them are: data files of ours, and documents of KAZOO beside the project. */
final class Samples {
    private static final Path BESIDE = Path.of(System.getProperty("kazoo.mock.basedir", "."), "../shared/kazoo");

    private Samples() {}

    /** The JSON files of a folder of ours, by name. */
    static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A data file of ours. */
    static JsonObject object(String name) {
        return (JsonObject) read(path(name));
    }

    static Json read(Path file) {
        try {
            return Json.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document of KAZOO, which never becomes part of the project; a test that asks for it is skipped without it. */
    static Json oracle(String name) {
        Path file = BESIDE.resolve(name).normalize();
        if (!Files.exists(file) && "1".equals(System.getenv("REQUIRE_ORACLE"))) {
            throw new AssertionError("REQUIRE_ORACLE=1, and no file " + file);
        }
        Assumptions.assumeTrue(Files.exists(file), "skipped: " + name + " is not beside the project");
        return read(file);
    }

    private static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Samples.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
