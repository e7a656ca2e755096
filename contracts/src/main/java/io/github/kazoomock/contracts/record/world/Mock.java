package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.KazooServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mock with a recording's fixture, asked what the recorded server was asked. */
record Mock(HttpClient http, String root, String token) {
    static Mock of(KazooServer server, List<RecordedWorld.Login> logins) {
        HttpClient http = HttpClient.newHttpClient();
        Mock nobody = new Mock(http, server.apiRoot().replaceFirst("/v2/$", ""), "");
        // the fixture's first accounts are those at the top, and an administrator may read the most
        String token = logins.stream()
                .filter(login -> login.privilege().equals("admin"))
                .findFirst()
                .or(() -> logins.stream().findFirst())
                .map(nobody::login)
                .orElse("");
        return new Mock(http, nobody.root(), token);
    }

    private String login(RecordedWorld.Login login) {
        String credentials = md5(login.username() + ":" + RecordedWorld.password());
        JsonObject data = JsonObject.of("account_name", Json.of(login.account()), "credentials", Json.of(credentials));
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/v2/user_auth"))
                .header("content-type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(
                        JsonObject.of("data", data).utf8()))
                .build();
        return envelope(request).textOr("auth_token", "");
    }

    /** What the mock has to say to a read; null when it has nothing. */
    @Nullable
    Json data(Exchange exchange) {
        String query = exchange.query().isEmpty() ? "" : "?" + exchange.query();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + exchange.path() + query));
        if (!token.isEmpty()) {
            request.header("x-auth-token", token);
        }
        JsonObject envelope = envelope(request.build());
        return envelope.textOr("status", "").equals("success") ? envelope.get("data") : null;
    }

    private JsonObject envelope(HttpRequest request) {
        try {
            byte[] body =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
            return Json.parse(body) instanceof JsonObject envelope ? envelope : JsonObject.EMPTY;
        } catch (IOException | JsonSyntaxException e) {
            return JsonObject.EMPTY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JsonObject.EMPTY;
        }
    }

    private static String md5(String text) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has MD5", e);
        }
    }
}
