package io.github.kazoomock.contracts.record;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who asks a server over HTTP. */
final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private String token = "";

    /** @param apiRoot ends in {@code /v2/} */
    Client(String apiRoot) {
        this.root = apiRoot;
    }

    Client login(String account, String username, String password) {
        JsonObject data =
                JsonObject.of("account_name", Json.of(account), "credentials", Json.of(md5(username + ":" + password)));
        Response answer = send(
                "PUT", "user_auth", JsonObject.of("data", data).utf8(), Map.of("content-type", "application/json"));
        if (!(answer.json() instanceof JsonObject envelope) || envelope.text("auth_token") == null) {
            throw new AssertionError("no login: " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        token = envelope.textOr("auth_token", "");
        return this;
    }

    String token() {
        return token;
    }

    Response get(String path) {
        return send("GET", path, new byte[0], Map.of());
    }

    Response json(String method, String path, JsonObject data) {
        return send(method, path, JsonObject.of("data", data).utf8(), Map.of("content-type", "application/json"));
    }

    /** @param path behind {@code /v2/}, encoded, with its query */
    Response send(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (body.length == 0) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        }
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("x-auth-token", token);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> all = new TreeMap<>();
            answer.headers().map().forEach((name, values) -> all.put(name, String.join(", ", values)));
            return new Response(answer.statusCode(), all, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
