package io.github.kazoomock.server.crossbar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file in a request as it came: the body itself, or one part of a multipart body.
 *
 * @param headers values by lower-case name
 * @param fileName from {@code Content-Disposition}; null when it has none
 */
public record FilePart(
        Map<String, List<String>> headers, @Nullable String fileName, byte[] content) {

    /** The media type without parameters, in lower case; null when none was sent. */
    @Nullable
    String mediaType() {
        String value = header("content-type");
        return value == null ? null : value.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    /** The first value of a header; the name in lower case. */
    @Nullable
    String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
