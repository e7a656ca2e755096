package io.github.kazoomock.contracts.record;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code exchanges.jsonl}:
 *
 * <pre>{@code
 * {"time": "2026-11-20T12:00:00.125Z", "method": "POST", "path": "/v2/accounts/...", "query": "paginate=false",
 *  "request_headers": {"accept": "application/json"}, "request_body": {"json": {"data": {}}},
 *  "status": 200, "response_headers": {}, "response_body": {"json": {"data": {}}}, "duration_ms": 12}
 * }</pre>
 *
 * <p>An empty query and a body that is not there are left out. A body is one of {@code {"json": value}}, {@code {"text":
 * "..."}}, {@code {"base64": "..."}} and {@code {"left_out": bytes}}.
 */
final class ExchangeLine {
    private ExchangeLine() {}

    static JsonObject write(Exchange exchange) {
        return JsonObject.builder()
                .put("time", exchange.time().toString())
                .put("method", exchange.method())
                .put("path", exchange.path())
                .put("query", exchange.query().isEmpty() ? null : exchange.query())
                .put("request_headers", headers(exchange.requestHeaders()))
                .putIfPresent("request_body", body(exchange.requestBody()))
                .put("status", exchange.status())
                .put("response_headers", headers(exchange.responseHeaders()))
                .putIfPresent("response_body", body(exchange.responseBody()))
                .put("duration_ms", exchange.took().toMillis())
                .build();
    }

    private static JsonObject headers(Map<String, String> headers) {
        JsonObject.Builder written = JsonObject.builder();
        headers.forEach(written::put);
        return written.build();
    }

    private static @Nullable JsonObject body(Body body) {
        if (body instanceof Body.OfJson json) {
            return JsonObject.of("json", json.json());
        }
        if (body instanceof Body.OfText text) {
            return JsonObject.of("text", Json.of(text.text()));
        }
        if (body instanceof Body.OfBytes bytes) {
            return JsonObject.of("base64", Json.of(Base64.getEncoder().encodeToString(bytes.content())));
        }
        return body instanceof Body.LeftOut leftOut ? JsonObject.of("left_out", Json.of(leftOut.length())) : null;
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException saying what is missing or wrong
     */
    static Exchange read(Json line) {
        if (!(line instanceof JsonObject object)) {
            throw new IllegalArgumentException("a line is a JSON object, not: " + line.type());
        }
        String method = object.text("method");
        String path = object.text("path");
        long status = object.integer(-1, "status");
        if (method == null || path == null || status < 0) {
            throw new IllegalArgumentException("\"method\", \"path\" or \"status\" is missing");
        }
        return new Exchange(
                time(object.textOr("time", "")),
                method,
                path,
                object.textOr("query", ""),
                headers(object.object("request_headers")),
                body(object.object("request_body")),
                (int) status,
                headers(object.object("response_headers")),
                body(object.object("response_body")),
                Duration.ofMillis(object.integer(0, "duration_ms")));
    }

    private static Instant time(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"time\" is no time like 2026-11-20T12:00:00Z: '" + written + "'", e);
        }
    }

    private static Map<String, String> headers(JsonObject written) {
        Map<String, String> headers = new TreeMap<>();
        written.forEach((name, value) -> {
            String text = value.text();
            if (text != null) {
                headers.put(name, text);
            }
        });
        return headers;
    }

    private static Body body(JsonObject written) {
        Json json = written.get("json");
        String text = written.text("text");
        String base64 = written.text("base64");
        if (json != null) {
            return new Body.OfJson(json);
        }
        if (text != null) {
            return new Body.OfText(text);
        }
        if (base64 != null) {
            return new Body.OfBytes(Base64.getDecoder().decode(base64));
        }
        return written.has("left_out") ? new Body.LeftOut(written.integer(0, "left_out")) : new Body.None();
    }
}
