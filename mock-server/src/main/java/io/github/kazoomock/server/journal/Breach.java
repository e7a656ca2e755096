package io.github.kazoomock.server.journal;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.Pointer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One rule that the data of a request broke.
 *
 * @param path property names and array indices from the root of {@code data}
 * @param rule as KAZOO reports it
 * @param keyword of the schema; empty when no schema but a check of the operation found it
 * @param details what is reported
 */
public record Breach(List<String> path, String rule, String keyword, JsonObject details) {

    public Breach {
        path = List.copyOf(path);
    }

    /** Where, as a JSON pointer. */
    public String pointer() {
        return path.stream().map(Pointer::step).collect(Collectors.joining());
    }
}
