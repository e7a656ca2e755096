package io.github.kazoomock.contracts.record;

import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request and its answer, as a recording has it: secrets are pseudonyms in all of it.
 *
 * @param time when the request came
 * @param path percent-encoded, from {@code /v2} on: {@code /v2/accounts}
 * @param query percent-encoded, without the question mark; empty for none
 * @param requestHeaders by lower-case name; several values are joined by a comma and a space
 * @param responseHeaders likewise
 * @param took until the answer was there
 */
public record Exchange(
        Instant time,
        String method,
        String path,
        String query,
        Map<String, String> requestHeaders,
        Body requestBody,
        int status,
        Map<String, String> responseHeaders,
        Body responseBody,
        Duration took) {
    public Exchange {
        requestHeaders = new TreeMap<>(requestHeaders);
        responseHeaders = new TreeMap<>(responseHeaders);
    }

    /** The request, to be sent again. */
    public Request request() {
        List<Request.Parameter> parameters = new ArrayList<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.add(new Request.Parameter(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1))));
        }
        return new Request(method, path, parameters, requestHeaders, requestBody.bytes());
    }

    /** The answer. */
    public Response response() {
        return new Response(status, responseHeaders, responseBody.bytes());
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // as broken as the client sent it
        }
    }
}
