package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.faults.Hit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response as it goes out.
 *
 * @param headers lower-case names
 * @param chunked sent without a content length
 * @param operation the operation that served it; empty when none did
 * @param reason for a refusal, why, in a few words; else empty
 * @param hit the fault rule that the request met; null for none
 */
public record Answer(
        int status,
        Map<String, String> headers,
        byte[] body,
        boolean chunked,
        String operation,
        String reason,
        @Nullable Hit hit) {

    /** An answer to a request that no fault rule met. */
    public Answer(
            int status, Map<String, String> headers, byte[] body, boolean chunked, String operation, String reason) {
        this(status, headers, body, chunked, operation, reason, null);
    }

    Answer hitBy(@Nullable Hit rule) {
        return new Answer(status, headers, body, chunked, operation, reason, rule);
    }

    /** What the fault rule is called that the request met; empty for none. */
    public String fault() {
        return hit == null ? "" : hit.name();
    }
}
