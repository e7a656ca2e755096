package io.github.kazoomock.junit;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
        byte @Nullable [] sent = body == null ? null : JsonText.of(body).getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> reply = wire.send(method, root.resolve(path), Map.of(), sent);
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
