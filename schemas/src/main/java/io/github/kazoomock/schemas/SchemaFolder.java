package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a folder of schemas whole and names everything that is wrong with it, not just the first thing. */
final class SchemaFolder {
    private static final String EXTENSION = ".json";

    private final List<String> problems = new ArrayList<>();
    private final Map<String, JsonObject> schemas = new TreeMap<>();

    private SchemaFolder() {}

    /** The folder's schemas by id. @throws SchemaException when there is any problem */
    static Map<String, JsonObject> read(Path folder, Set<String> otherIds) {
        SchemaFolder reader = new SchemaFolder();
        List<Path> files = reader.list(folder);
        files.forEach(reader::parse);
        Set<String> ids = new HashSet<>(otherIds);
        files.forEach(file -> ids.add(id(file)));
        for (Path file : files) {
            JsonObject schema = reader.schemas.get(id(file));
            if (schema != null) {
                SchemaFaults.of(schema, ids).forEach(fault -> reader.problems.add(file + ": " + fault));
            }
        }
        if (!reader.problems.isEmpty()) {
            throw new SchemaException(reader.problems);
        }
        return reader.schemas;
    }

    private List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            problems.add(folder + ": not a folder; name the folder that holds the schemas' .json files");
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                problems.add(folder + ": no .json file in it; name the folder that holds the schemas' .json files");
            }
            return files;
        } catch (IOException e) {
            problems.add(folder + ": cannot be listed: " + e.getMessage());
            return List.of();
        }
    }

    private void parse(Path file) {
        try {
            if (Json.parse(Files.readAllBytes(file)) instanceof JsonObject schema) {
                schemas.put(id(file), schema);
            } else {
                problems.add(file + ": a schema is a JSON object; this file holds something else");
            }
        } catch (JsonSyntaxException e) {
            problems.add(file + ":" + e.line() + ":" + e.column() + ": no JSON: " + e.getMessage());
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static String id(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - EXTENSION.length());
    }
}
