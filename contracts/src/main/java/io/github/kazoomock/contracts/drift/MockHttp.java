package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A running mock: its API and its {@code /__admin}.
 *
 * @param root without a slash at its end: {@code http://127.0.0.1:8000}
 */
record MockHttp(String root, HttpClient http) {
    /** Headers of a connection, which the client sets by itself. */
    private static final Set<String> OWN = Set.of(
            "accept-encoding", "connection", "content-length", "expect", "host", "te", "transfer-encoding", "upgrade");

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    static MockHttp at(String root) {
        return new MockHttp(
                root.replaceFirst("(/v2)?/*$", ""),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TIMEOUT)
                        .build());
    }

    /**
     * Asks the API of a sandbox.
     *
     * @throws Unreachable when no answer comes
     */
    Response ask(String sandbox, Request request) {
        String query = request.query().stream()
                .map(each -> encoded(each.name()) + "=" + encoded(each.value()))
                .collect(Collectors.joining("&"));
        String path = "/sandboxes/" + sandbox + request.path() + (query.isEmpty() ? "" : "?" + query);
        return send(request.method(), path, request.headers(), request.body());
    }

    /**
     * Asks {@code /__admin}.
     *
     * @param path behind it: {@code sandboxes}
     * @param body null for none
     * @throws Unreachable when no answer comes, or none that an admin API of ours gives
     */
    JsonObject admin(String method, String path, @Nullable JsonObject body) {
        byte[] bytes = body == null ? new byte[0] : body.utf8();
        Response response = send(method, "/__admin/" + path, Map.of("content-type", "application/json"), bytes);
        Json answer = response.json();
        if (!response.isSuccess() || !(answer instanceof JsonObject object)) {
            String what = answer instanceof JsonObject refusal
                    ? refusal.textOr("message", refusal.toString())
                    : "no JSON of a kazoo-mock";
            throw new Unreachable(root + "/__admin/" + path + " answers " + response.status() + ": " + what);
        }
        return object;
    }

    /** The same; empty when it is not found. */
    Optional<JsonObject> ifThere(String method, String path, JsonObject body) {
        Response response = send(method, "/__admin/" + path, Map.of("content-type", "application/json"), body.utf8());
        return response.isSuccess() && response.json() instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** True when a mock answers, and not some other server. */
    boolean isMock() {
        Response response = send("GET", "/__admin/version", Map.of(), new byte[0]);
        return response.json() instanceof JsonObject version && "kazoo-mock".equals(version.text("name"));
    }

    private Response send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(TIMEOUT)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (!OWN.contains(name)) {
                request.header(name, value);
            }
        });
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> answered = new TreeMap<>();
            answer.headers().map().forEach((name, values) -> answered.put(name, String.join(", ", values)));
            return new Response(answer.statusCode(), answered, answer.body());
        } catch (IOException e) {
            throw new Unreachable(root + " does not answer" + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(root + " was not waited for");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
