package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The committed verdicts on generated documents: one file a schema, one JSON object a line. They come from KAZOO's own
 * schemas, so the agreement can be proved where those are not at hand.
 */
final class Corpus {
    private static final Path FOLDER = Oracle.baseDir().resolve("schemas/src/test/resources/agreement");

    private Corpus() {}

    static List<JsonObject> lines(String id) {
        try {
            return Files.readAllLines(file(id)).stream()
                    .map(line -> (JsonObject) Json.parse(line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema's cases with the verdicts of this registry. */
    static List<JsonObject> fresh(String id, SchemaRegistry registry) {
        return Cases.of(id, registry::schema).stream()
                .map(one -> Verdict.of(registry, id, one.document()).line(one.name()))
                .toList();
    }

    static void write(String id, List<JsonObject> lines) throws IOException {
        Files.createDirectories(FOLDER);
        String text = lines.stream().map(JsonObject::toString).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file(id), text, StandardCharsets.UTF_8);
    }

    private static Path file(String id) {
        return FOLDER.resolve(id + ".jsonl");
    }
}
