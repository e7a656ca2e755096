package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonSyntaxException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a server answered.
 *
 * @param headers by lower-case name
 */
public record Response(int status, Map<String, String> headers, byte[] body) {
    public Response {
        headers = new TreeMap<>(headers);
    }

    /** The body; null when it is no JSON. */
    public @Nullable Json json() {
        try {
            return body.length == 0 ? null : Json.parse(body);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
