package io.github.kazoomock.server.cli;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.LoggedRequest;
import io.github.kazoomock.server.Ready;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** One JSON object a line, each with an {@code event}: {@code ready}, {@code request}, {@code stopping}. */
final class JsonConsole implements Console {
    private final PrintStream out;

    JsonConsole(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ready(Ready ready) {
        out.println(ready.json());
    }

    @Override
    public void request(LoggedRequest request) {
        JsonObject.Builder line = JsonObject.builder()
                .put("event", "request")
                .put("method", request.method())
                .put("path", request.path())
                .put("status", request.status());
        if (!request.operation().isEmpty()) {
            line.put("operation", request.operation());
        }
        if (!request.reason().isEmpty()) {
            line.put("reason", request.reason());
        }
        out.println(line.build());
    }

    @Override
    public void stopping(Unserved unserved) {
        List<Json> requests = new ArrayList<>();
        unserved.forEach((request, times) -> requests.add(JsonObject.builder()
                .put("method", request.method())
                .put("path", request.path())
                .put("status", request.status())
                .put("times", times)
                .build()));
        out.println(JsonObject.builder()
                .put("event", "stopping")
                .put("unserved", new JsonArray(requests))
                .put("unserved_not_listed", unserved.notListed())
                .build());
    }
}
