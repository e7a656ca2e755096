package io.github.kazoomock.contracts.pact;

import io.github.kazoomock.contracts.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Pact files of a disk. */
public final class PactFiles {
    private PactFiles() {}

    /**
     * Reads a file, or every {@code *.json} in a folder and its folders, by name.
     *
     * @throws UsageError when there is none, or one cannot be read; names it and says why
     */
    public static Pacts read(Path place) {
        if (!Files.isDirectory(place)) {
            return file(place);
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(place)) {
            files = all.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageError("the folder " + place + " cannot be read: " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new UsageError("the folder " + place + " has no pact file (*.json)");
        }
        return files.stream().map(PactFiles::file).reduce(new Pacts(List.of(), 0), Pacts::plus);
    }

    private static Pacts file(Path file) {
        if (!Files.exists(file)) {
            throw new UsageError("there is no pact file " + file + "; name a file, a folder or the url of a broker");
        }
        try {
            return PactReading.read(file.toString(), Files.readAllBytes(file), false);
        } catch (IOException e) {
            throw new UsageError("the pact file " + file + " cannot be read: " + e.getMessage());
        }
    }
}
