package io.github.kazoomock.server.http;

import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Envelope;
import io.github.kazoomock.server.crossbar.Incoming;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
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

    /** The mock's own API takes whole worlds, with their sounds. */
    private static final String OWN_API = "/__admin/";

    private static final int MOST_OF_OWN_API = 256 * 1024 * 1024;

    private static final byte[] NO_BODY = new byte[0];

    private RequestReader() {}

    static Incoming read(HttpServletRequest request) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field :
                ServletContextRequest.getServletContextRequest(request).getHeaders()) {
            headers.merge(field.getLowerCaseName(), List.of(String.valueOf(field.getValue())), RequestReader::both);
        }
        byte[] body = body(request);
        return new Incoming(
                request.getMethod(),
                "",
                request.getRequestURI(),
                request.getQueryString(),
                headers,
                body,
                Multipart.parts(request.getHeader("content-type"), body),
                request.getRemoteAddr());
    }

    private static List<String> both(List<String> earlier, List<String> later) {
        List<String> values = new ArrayList<>(earlier);
        values.addAll(later);
        return values;
    }

    /** What the server itself refuses before Crossbar sees it; null when it refuses nothing. */
    static @Nullable Answer refusal(Incoming in) {
        String query = in.query();
        int line = in.method().length() + in.path().length() + (query == null ? 0 : query.length() + 1);
        if (line > LONGEST_REQUEST_LINE) {
            return bare(414);
        }
        int count = 0;
        for (List<String> values : in.headers().values()) {
            for (String value : values) {
                count++;
                if (count > MOST_HEADERS || value.length() > LONGEST_HEADER) {
                    return bare(431);
                }
            }
        }
        return null;
    }

    private static Answer bare(int status) {
        return new Answer(status, Map.of("server", "Cowboy"), new byte[0], false, "", "over the server's limits");
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return NO_BODY;
        }
        InputStream in = request.getInputStream();
        int most = request.getRequestURI().startsWith(OWN_API) ? MOST_OF_OWN_API : Envelope.MAX_BYTES;
        byte[] body = in.readNBytes(most + 1);
        if (body.length > most) {
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
