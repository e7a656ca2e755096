package io.github.kazoomock.server.crossbar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came, undecoded.
 *
 * @param method as sent, case kept
 * @param prefix what stands before the path of a sandbox of its own: {@code /sandboxes/one}; empty for the default one
 * @param path raw, percent-encoded, starting with a slash
 * @param query raw, without the question mark; null when there is none
 * @param headers values by lower-case name
 * @param body at most one byte more than the size limit
 * @param parts of a multipart body; empty for any other, and for one that cannot be read
 */
public record Incoming(
        String method,
        String prefix,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        byte[] body,
        List<FilePart> parts,
        String clientIp) {

    /** The same below a prefix of its path. */
    public Incoming below(String start) {
        String rest = path.substring(start.length());
        return new Incoming(method, prefix + start, rest.isEmpty() ? "/" : rest, query, headers, body, parts, clientIp);
    }

    /** The path as it was sent. */
    public String fullPath() {
        return prefix + path;
    }

    /** The first value of a header; the name in lower case. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** All values of a header joined by a comma, as HTTP allows; null when it was not sent. */
    public @Nullable String joined(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : String.join(",", values);
    }

    /** True when the browser's cross-origin rules apply: any of the three headers was sent (core sheet 6.2). */
    public boolean isCrossOrigin() {
        return headers.containsKey("origin")
                || headers.containsKey("access-control-request-method")
                || headers.containsKey("access-control-request-headers");
    }

    /** The media type without parameters, in lower case; null when no content type was sent. */
    public @Nullable String mediaType() {
        String value = header("content-type");
        return value == null ? null : value.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
