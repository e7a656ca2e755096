package io.github.kazoomock.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JDK's HTTP client, as everything here uses it. */
final class Wire {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * Sends a request and waits for its reply.
     *
     * @throws UncheckedIOException when the server is not there
     * @throws KazooMockException when the thread was interrupted
     */
    HttpResponse<byte[]> send(String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {
        return send(method, uri, headers, body, PATIENCE);
    }

    /** The same, with another patience. */
    HttpResponse<byte[]> send(
            String method, URI uri, Map<String, String> headers, byte @Nullable [] body, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + uri + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KazooMockException(method + " " + uri + " was interrupted", e);
        }
    }
}
