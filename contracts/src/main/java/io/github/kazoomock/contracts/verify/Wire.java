package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Our requests over the JDK's HTTP client. */
record Wire(HttpClient client) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the client says itself and lets nobody else say. */
    private static final Set<String> ITS_OWN = Set.of("host", "connection", "content-length", "expect", "upgrade");

    /**
     * Asks.
     *
     * @param root what comes before the path
     * @throws Unreachable when there is no answer
     */
    Response ask(String root, Request request) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(root + request.path() + query(request)))
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (!ITS_OWN.contains(name)) {
                asked.header(name, value);
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(asked.build(), BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            return new Response(answer.statusCode(), headers, answer.body());
        } catch (IOException e) {
            throw new Unreachable(request.method() + " " + root + request.path() + " has no answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
    }

    private static String query(Request request) {
        return request.query().isEmpty()
                ? ""
                : request.query().stream()
                        .map(each -> encoded(each.name()) + "=" + encoded(each.value()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
