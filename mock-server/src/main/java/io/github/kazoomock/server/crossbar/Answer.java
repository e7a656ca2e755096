package io.github.kazoomock.server.crossbar;

import java.util.Map;

/**
 * A response as it goes out.
 *
 * @param headers lower-case names
 * @param chunked sent without a content length
 * @param operation the operation that served it; empty when none did
 * @param reason for a refusal, why, in a few words; else empty
 */
public record Answer(
        int status, Map<String, String> headers, byte[] body, boolean chunked, String operation, String reason) {}
