package io.github.kazoomock.contracts.check;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds pacts and HAR files and reads them. */
final class UseFiles {
    private static final String WHAT = "; name a pact (specification 2, 3 or 4) or a HAR file, or a folder of them";

    private UseFiles() {}

    /**
     * Everything in these files and, below folders, in every {@code *.json} and {@code *.har} that is a pact or HAR.
     *
     * @throws UsageError when a file is not there, is neither, or nothing is left
     */
    static Uses read(List<Path> files) {
        List<Use> uses = new ArrayList<>();
        int ignored = 0;
        int read = 0;
        for (Path named : files) {
            for (Path file : below(named)) {
                JsonObject json = json(file, !file.equals(named));
                if (PactFile.isOne(json) || HarFile.isOne(json)) {
                    String source = file.toString();
                    Uses some = PactFile.isOne(json) ? PactFile.read(source, json) : HarFile.read(source, json);
                    uses.addAll(some.uses());
                    ignored += some.ignored();
                    read++;
                } else if (file.equals(named)) {
                    throw new UsageError(file + " is neither a pact nor a HAR" + WHAT);
                }
            }
        }
        if (read == 0) {
            throw new UsageError("no pact and no HAR in " + files.get(0) + WHAT);
        }
        return new Uses(uses, ignored);
    }

    private static List<Path> below(Path named) {
        if (!Files.exists(named)) {
            throw new UsageError("no file " + named + WHAT);
        }
        if (!Files.isDirectory(named)) {
            return List.of(named);
        }
        try (Stream<Path> all = Files.walk(named)) {
            return all.filter(file -> file.toString().matches(".*\\.(json|har)") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageError(named + " cannot be read" + WHAT);
        }
    }

    private static JsonObject json(Path file, boolean isFound) {
        try {
            Json json = Json.parse(Files.readAllBytes(file));
            return json instanceof JsonObject object ? object : JsonObject.EMPTY;
        } catch (JsonSyntaxException e) {
            if (isFound) {
                return JsonObject.EMPTY;
            }
            throw new UsageError(file + " is no JSON: " + e.getMessage() + WHAT);
        } catch (IOException e) {
            throw new UsageError(file + " cannot be read" + WHAT);
        }
    }
}
