package io.github.kazoomock.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a failed test leaves behind: {@code journal.json} and a folder that {@code serve --fixture} starts from. */
final class Report {
    private static final int LONGEST = 80;

    private Report() {}

    /** Writes it in place of what an earlier run left there. */
    static Path write(KazooMock mock, ExtensionContext context, String folder) {
        String type = context.getTestClass().map(Class::getName).orElse("tests");
        String hash = Integer.toHexString(context.getUniqueId().hashCode());
        String test = context.getTestMethod().map(method -> method.getName()).orElse("class");
        Path own = Path.of(folder, named(type), named(test + "-" + hash));
        try {
            clear(own);
            for (Map.Entry<String, @Nullable Object> file : mock.fixture().entrySet()) {
                write(own.resolve("fixture").resolve(file.getKey()), content(file.getKey(), file.getValue()));
            }
            write(own.resolve("journal.json"), mock.journal().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report of a failed test", e);
        }
        return own;
    }

    private static byte[] content(String path, @Nullable Object content) {
        return path.endsWith(".json")
                ? JsonText.of(content).getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(String.valueOf(content));
    }

    private static String named(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9._-]", "_");
        return safe.length() <= LONGEST ? safe : safe.substring(safe.length() - LONGEST);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, content);
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
