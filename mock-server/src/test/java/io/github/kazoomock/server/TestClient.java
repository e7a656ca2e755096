package io.github.kazoomock.server;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Hash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client of the API does, for tests: one token, JSON in and out; immutable, `with...` makes another. */
public final class TestClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;
    private final Map<String, String> headers;

    private TestClient(String root, Map<String, String> headers) {
        this.root = root;
        this.headers = headers;
    }

    /** A client without a token. */
    public static TestClient of(KazooServer server) {
        return new TestClient(server.apiRoot(), Map.of());
    }

    /** A client without a token of another API root than a server's usual one. */
    public static TestClient at(String apiRoot) {
        return new TestClient(apiRoot, Map.of());
    }

    /** The token it sends; null for none. */
    public @Nullable String token() {
        return headers.get("X-Auth-Token");
    }

    /** A client that logged in with the fixture's login of this user name (the first one). */
    public static TestClient loggedIn(KazooServer server, String username) {
        Login login = server.logins().stream()
                .filter(known -> known.username().equals(username))
                .findFirst()
                .orElseThrow();
        return of(server).login(login);
    }

    /** The same client with the token of a login. */
    public TestClient login(Login login) {
        return with("X-Auth-Token", token(login));
    }

    /** A new token of a login. */
    public String token(Login login) {
        JsonObject data = JsonObject.of(
                "credentials",
                Json.of(Hash.md5(login.username() + ":" + login.password())),
                "account_name",
                Json.of(login.accountName()));
        String token = put("user_auth", data).body().text("auth_token");
        if (token == null) {
            throw new IllegalStateException("no token for " + login);
        }
        return token;
    }

    public TestClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TestClient(root, more);
    }

    public Response get(String path) {
        return send("GET", path, null);
    }

    public Response delete(String path) {
        return send("DELETE", path, null);
    }

    /** PUT of `data` in an envelope. */
    public Response put(String path, JsonObject data) {
        return send("PUT", path, JsonObject.of("data", data).toString());
    }

    /** POST of `data` in an envelope. */
    public Response post(String path, JsonObject data) {
        return send("POST", path, JsonObject.of("data", data).toString());
    }

    /** PATCH of `data` in an envelope. */
    public Response patch(String path, JsonObject data) {
        return send("PATCH", path, JsonObject.of("data", data).toString());
    }

    /**
     * Any request.
     *
     * @param path relative to the API root, or absolute with a leading slash
     * @param body sent as JSON unless a content type was set; null for none
     */
    public Response send(String method, String path, @Nullable String body) {
        return body == null
                ? send(method, path, HttpRequest.BodyPublishers.noBody(), false)
                : send(method, path, HttpRequest.BodyPublishers.ofString(body), true);
    }

    /** A request with a file as its body; its content type must have been set. */
    public Response upload(String method, String path, byte[] body) {
        return send(method, path, HttpRequest.BodyPublishers.ofByteArray(body), true);
    }

    private Response send(String method, String path, HttpRequest.BodyPublisher publisher, boolean hasBody) {
        String uri = path.startsWith("/") ? root.replaceFirst("(/sandboxes/[^/]+)?/v2/$", "") + path : root + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).method(method, publisher);
        if (hasBody && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return new Response(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer. */
    public record Response(HttpResponse<byte[]> http) {
        public int status() {
            return http.statusCode();
        }

        public @Nullable String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }

        /** The ETag header; empty when there is none. */
        public String tag() {
            return http.headers().firstValue("etag").orElse("");
        }

        /** The envelope; fails when the body is no JSON object. */
        public JsonObject body() {
            return (JsonObject) Json.parse(http.body());
        }

        /** `data` of the envelope as an object; empty when it is none. */
        public JsonObject data() {
            return body().object("data");
        }

        public String text() {
            return new String(http.body(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
