package io.github.kazoomock.server.http;

import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Envelope;
import io.github.kazoomock.server.crossbar.Incoming;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a request off the wire, within Cowboy's limits (core sheet 6.1). */
final class RequestReader {
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 4096;
    private static final int LONGEST_REQUEST_LINE = 8000;

    /** Room for what the limits allow, so that it is us who refuse. */
    static final int HEAD_BUFFER = 512 * 1024;

    /** A body beyond the limit is read this far, so that its sender gets to hear the refusal. */
    private static final long MOST_DISCARDED = 64L * 1024 * 1024;

    private RequestReader() {}

    static Incoming read(HttpServletRequest request) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return new Incoming(
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                headers,
                body(request),
                request.getRemoteAddr());
    }

    /** What the server itself refuses before Crossbar sees it; null when it refuses nothing. */
    static @Nullable Answer refusal(Incoming in) {
        String query = in.query();
        int line = in.method().length() + in.path().length() + (query == null ? 0 : query.length() + 1);
        if (line > LONGEST_REQUEST_LINE) {
            return bare(414);
        }
        boolean tooMany = in.headers().values().stream().mapToInt(List::size).sum() > MOST_HEADERS;
        boolean tooLong =
                in.headers().values().stream().flatMap(List::stream).anyMatch(value -> value.length() > LONGEST_HEADER);
        return tooMany || tooLong ? bare(431) : null;
    }

    private static Answer bare(int status) {
        return new Answer(status, Map.of("server", "Cowboy"), new byte[0], false, "", "over the server's limits");
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        InputStream in = request.getInputStream();
        byte[] body = in.readNBytes(Envelope.MAX_BYTES + 1);
        if (body.length > Envelope.MAX_BYTES) {
            byte[] buffer = new byte[64 * 1024];
            long discarded = 0;
            int read = in.read(buffer);
            while (read >= 0 && discarded < MOST_DISCARDED) {
                discarded += read;
                read = in.read(buffer);
            }
        }
        return body;
    }
}
