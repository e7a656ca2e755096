package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the mock's own API answers. */
record AdminReply(int status, String contentType, byte[] body) {

    static AdminReply json(int status, JsonObject body) {
        return new AdminReply(status, "application/json", body.utf8());
    }

    static AdminReply text(String contentType, String body) {
        return new AdminReply(200, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer answer() {
        return new Answer(
                status, Map.of("content-type", contentType, "server", "kazoo-mock"), body, false, "admin", "");
    }
}
