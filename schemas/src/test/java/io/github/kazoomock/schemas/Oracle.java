package io.github.kazoomock.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * KAZOO's own schemas, where they are at hand beside the project. They are never part of it: the tests that need them
 * are skipped without them, and fail without them when {@code REQUIRE_ORACLE=1}.
 */
final class Oracle {
    private Oracle() {}

    static Path baseDir() {
        return Path.of(Objects.requireNonNull(System.getProperty("kazoo.mock.basedir")));
    }

    static Path folder() {
        Path folder = baseDir().resolve("../shared/kazoo/upstream/schemas").normalize();
        boolean there = Files.isDirectory(folder);
        if ("1".equals(System.getenv("REQUIRE_ORACLE"))) {
            assertThat(there).as("REQUIRE_ORACLE=1, and no folder " + folder).isTrue();
        }
        assumeTrue(there, "skipped: KAZOO's schemas are not beside the project");
        return folder;
    }

    static SchemaRegistry registry() {
        return new SchemaRegistry(Map.of()).withFolder(folder());
    }
}
