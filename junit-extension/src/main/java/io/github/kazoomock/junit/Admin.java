package io.github.kazoomock.junit;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mock's own API, of the server or of one sandbox.
 *
 * @param root with a slash at the end
 */
record Admin(Wire wire, URI root) {

    Map<String, @Nullable Object> get(String path) {
        return Json.object(text("GET", path, null));
    }

    /** An answer that may take so much longer than usual. */
    Map<String, @Nullable Object> await(String path, Duration longer) {
        return Json.object(text("GET", path, null, Wire.PATIENCE.plus(longer)));
    }

    Map<String, @Nullable Object> post(String path, Map<String, ?> body) {
        return Json.object(text("POST", path, body));
    }

    Map<String, @Nullable Object> delete(String path) {
        return Json.object(text("DELETE", path, null));
    }

    /**
     * The reply as it came.
     *
     * @throws KazooMockException with what the mock said when it refused
     */
    String text(String method, String path, @Nullable Map<String, ?> body) {
        return text(method, path, body, Wire.PATIENCE);
    }

    private String text(String method, String path, @Nullable Map<String, ?> body, Duration patience) {
        byte @Nullable [] sent = body == null ? null : JsonText.of(body).getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> reply = wire.send(method, root.resolve(path), Map.of(), sent, patience);
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        if (reply.statusCode() >= 300) {
            Object message = Json.object(text).get("message");
            throw new KazooMockException("kazoo-mock: " + (message == null ? text : message));
        }
        return text;
    }

    /** The API of what is at another place. */
    Admin at(String otherRoot) {
        return new Admin(wire, URI.create(otherRoot));
    }
}
