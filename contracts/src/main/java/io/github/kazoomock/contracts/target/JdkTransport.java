package io.github.kazoomock.contracts.target;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLException;

/** HTTP by the JDK, TLS as the JDK has it. It follows no redirect, because a write and a token must not be led elsewhere. */
public final class JdkTransport implements Transport {
    /** What the JDK writes itself. */
    private static final Set<String> ITS_OWN =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final BaseUrl base;
    private final Duration timeout;
    private final HttpClient client;

    /** @param timeout until a connection stands, and again until the answer is there */
    public JdkTransport(BaseUrl base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Response send(Request request) {
        URI uri = base.of(request);
        try {
            HttpResponse<byte[]> answer = client.send(http(uri, request), BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            return new Response(answer.statusCode(), headers, answer.body());
        } catch (IOException e) {
            throw new Unreachable(base.root() + " does not answer: " + request.method() + " " + request.path() + ": "
                    + reason(e) + ". Check with: curl -i " + base.root() + "/");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(base.root() + " was not waited for: interrupted");
        }
    }

    private HttpRequest http(URI uri, Request request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(uri).timeout(timeout);
        try {
            request.headers().forEach((name, value) -> {
                if (!ITS_OWN.contains(name)) {
                    http.header(name, value);
                }
            });
            boolean isEmpty = request.body().length == 0;
            return http.method(
                            request.method(),
                            isEmpty ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()))
                    .build();
        } catch (IllegalArgumentException e) {
            // the text of the exception may show a header's value
            throw new NotSent(request.method() + " " + request.path() + " has a method or a header that is no HTTP");
        }
    }

    private String reason(IOException wrong) {
        if (wrong instanceof HttpConnectTimeoutException) {
            return "no connection within " + timeout.toMillis() + " ms";
        }
        if (wrong instanceof HttpTimeoutException) {
            return "no answer within " + timeout.toMillis() + " ms (--timeout)";
        }
        if (wrong instanceof ConnectException) {
            return wrong.getCause() instanceof UnresolvedAddressException
                    ? "nobody knows that host"
                    : "the connection was refused";
        }
        if (wrong instanceof SSLException) {
            return "TLS failed: " + wrong.getMessage()
                    + ". A certificate of your own needs -Djavax.net.ssl.trustStore=FILE in JAVA_TOOL_OPTIONS";
        }
        return wrong.getMessage() == null ? wrong.getClass().getSimpleName() : wrong.getMessage();
    }
}
