package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;

/** The small worlds that probes need which no account comes with: fixtures, as {@code files} of {@code POST sandboxes}. */
final class ProbeWorlds {
    private ProbeWorlds() {}

    /** What is in each file by its path. */
    static JsonObject files(String name) {
        return (JsonObject) Json.parse(Probes.resource("worlds/" + name + ".json"));
    }
}
