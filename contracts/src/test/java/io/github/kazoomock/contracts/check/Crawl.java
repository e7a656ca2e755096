package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.QueryKey;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.world.Hash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads everything that can be read of a running mock: what a list names is asked for. */
final class Crawl {
    private static final int FEW = 3;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final KazooServer server;
    private final Observed observed;
    private final Map<String, List<String>> names = new HashMap<>();
    private String token = "";

    Crawl(KazooServer server, Observed observed) {
        this.server = server;
        this.observed = observed;
    }

    void run() {
        Set<String> accounts = new HashSet<>();
        for (Login login : server.logins()) {
            if (!accounts.add(login.accountId())) {
                continue;
            }
            token = "";
            names.clear();
            token = logIn(login);
            for (Operation operation : server.operations().operations()) {
                if (operation.verb() == Verb.GET) {
                    operation
                            .templates()
                            .forEach(template ->
                                    paths(template, login.accountId()).forEach(path -> read(operation, path)));
                }
            }
        }
    }

    private String logIn(Login login) {
        JsonObject data = JsonObject.of(
                "credentials",
                Json.of(Hash.md5(login.username() + ":" + login.password())),
                "account_name",
                Json.of(login.accountName()));
        HttpResponse<byte[]> reply =
                send("PUT", "/v2/user_auth", JsonObject.of("data", data).toString());
        return ((JsonObject) Json.parse(reply.body())).textOr("auth_token", "");
    }

    private void read(Operation operation, String path) {
        send("GET", path, "");
        String switches = operation.queries().stream()
                .filter(key -> !io.github.kazoomock.server.crossbar.QueryKeys.LISTS.contains(key) && !key.isPrefix())
                .map(QueryKey::name)
                .map(name -> name + "=true")
                .collect(Collectors.joining("&"));
        if (!switches.isEmpty()) {
            send("GET", path + "?" + switches, "");
        }
    }

    /** The paths of a template with whatever is there. */
    private List<String> paths(String template, String account) {
        List<String> paths = List.of("/v2");
        for (String step : template.substring(1).split("/")) {
            List<String> longer = new ArrayList<>();
            for (String path : paths) {
                if (step.equals("{ACCOUNT_ID}") && path.equals("/v2/accounts")) {
                    longer.add(path + "/" + account);
                } else if (step.startsWith("{")) {
                    names(path).forEach(name -> longer.add(path + "/" + name));
                } else {
                    longer.add(path + "/" + step);
                }
            }
            paths = longer;
        }
        return paths;
    }

    /** What a list, or an object by its keys, names. */
    private List<String> names(String path) {
        return names.computeIfAbsent(path, key -> {
            Json body = json(send("GET", path, "").body());
            Json data = body instanceof JsonObject envelope ? envelope.get("data") : null;
            Stream<String> found = data instanceof JsonArray array
                    ? array.values().stream().flatMap(Crawl::name)
                    : data instanceof JsonObject object ? keys(object) : Stream.of();
            return found.map(name -> java.net.URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .limit(FEW)
                    .toList();
        });
    }

    /** The list of numbers has them one step down. */
    private static Stream<String> keys(JsonObject object) {
        return (object.has("numbers") ? object.object("numbers") : object).keys().stream();
    }

    private static Stream<String> name(Json row) {
        if (row instanceof JsonObject object) {
            String id = object.text("id");
            return Stream.ofNullable(id != null ? id : object.text("uuid"));
        }
        return Stream.ofNullable(row.text());
    }

    private static Json json(byte[] body) {
        try {
            return body.length == 0 ? JsonObject.EMPTY : Json.parse(body);
        } catch (JsonSyntaxException e) {
            return JsonObject.EMPTY;
        }
    }

    HttpResponse<byte[]> send(String method, String path, String body) {
        String root = server.apiRoot().replaceFirst("/v2/$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("X-Auth-Token", token);
        }
        try {
            HttpResponse<byte[]> reply = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            observed.add(method, path.split("\\?", 2)[0], reply.statusCode(), reply.body());
            return reply;
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
