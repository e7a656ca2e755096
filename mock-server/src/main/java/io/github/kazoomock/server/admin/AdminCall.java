package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.crossbar.Query;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to the mock's own API.
 *
 * @param sandbox the one it is about
 * @param path what stands in the variable parts of the path, by name
 */
record AdminCall(Incoming in, Sandbox sandbox, Map<String, String> path, Query query) {

    /** A variable part of the path. */
    String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no {" + name + "}");
        }
        return value;
    }

    /** The body; an empty object when there is none. */
    JsonObject optionalBody() {
        return in.body().length == 0 ? JsonObject.EMPTY : body();
    }

    /**
     * The body.
     *
     * @throws BadRequest when it is no JSON object
     */
    JsonObject body() {
        @Nullable String problem;
        try {
            if (Json.parse(in.body()) instanceof JsonObject object) {
                return object;
            }
            problem = "the body must be a JSON object";
        } catch (JsonSyntaxException e) {
            problem = "line " + e.line() + ", column " + e.column() + " of the body: " + e.getMessage();
        }
        throw new BadRequest(problem);
    }

    /**
     * The body, with these keys at most.
     *
     * @throws BadRequest when it is no JSON object or has another key
     */
    JsonObject body(List<String> known) {
        JsonObject body = optionalBody();
        List<String> unknown =
                body.keys().stream().filter(key -> !known.contains(key)).toList();
        if (!unknown.isEmpty()) {
            throw new BadRequest("the body knows no " + String.join(", ", unknown) + "; it knows "
                    + known.stream().collect(Collectors.joining(", ")));
        }
        return body;
    }

    /** Where the server is, as the client sees it: {@code http://127.0.0.1:8000}. */
    String root() {
        String host = in.header("host");
        return "http://" + (host == null ? "127.0.0.1" : host);
    }
}
