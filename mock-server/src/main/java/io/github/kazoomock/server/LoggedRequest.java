package io.github.kazoomock.server;

import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Incoming;

/**
 * A request that was answered, for a log.
 *
 * @param path as it was sent, with the query
 * @param operation the operation that served it; empty when none did
 * @param reason for a refusal, why, in a few words, and the fault that was armed for it; else empty
 */
public record LoggedRequest(String method, String path, int status, String operation, String reason) {

    private static String reason(Answer answer) {
        if (answer.hit() == null) {
            return answer.reason();
        }
        return "fault " + answer.fault() + (answer.reason().isEmpty() ? "" : ": " + answer.reason());
    }

    static LoggedRequest of(Incoming in, Answer answer) {
        String query = in.query() == null ? "" : "?" + in.query();
        return new LoggedRequest(
                in.method(), in.fullPath() + query, answer.status(), answer.operation(), reason(answer));
    }
}
