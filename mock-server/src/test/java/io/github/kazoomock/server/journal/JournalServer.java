package io.github.kazoomock.server.journal;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.time.Instant;
import java.util.List;

/** A running `demo` mock whose journal is asked. */
final class JournalServer implements AutoCloseable {
    static final Instant START = Instant.parse("2026-05-16T10:20:30Z");

    private static final char APOSTROPHE = '\'';
    private static final char QUOTE = '"';

    private final KazooServer server;

    JournalServer() {
        this(KazooServer.builder());
    }

    JournalServer(KazooServer.Builder builder) {
        server = builder.port(0).clock(START).start();
        admin("POST", "clock", "{'frozen':true,'set':'" + START + "'}");
    }

    TestClient client() {
        return TestClient.of(server);
    }

    TestClient in(String sandbox) {
        return TestClient.at(server.apiRoot().replace("/v2/", "/sandboxes/" + sandbox + "/v2/"));
    }

    Login login(String username) {
        return server.logins().stream()
                .filter(login -> login.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** The account of this user, as a path. */
    String account(String username) {
        return "accounts/" + login(username).accountId();
    }

    Response admin(String method, String what, String body) {
        return client().send(method, "/__admin/" + what, body.isEmpty() ? null : body.replace('\'', '"'));
    }

    JsonObject get(String what) {
        return admin("GET", what, "").body();
    }

    List<JsonObject> requests(String query) {
        return get("requests" + query).array("requests").values().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The last request that came. */
    JsonObject last() {
        return requests("?limit=1").get(0);
    }

    static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.startsWith("{\"") ? text : text.replace(APOSTROPHE, QUOTE));
    }

    /** An item of an array of objects. */
    static JsonObject at(JsonObject object, String key, int index) {
        int size = object.array(key).size();
        return (JsonObject) object.array(key).get(index < 0 ? size + index : index);
    }

    @Override
    public void close() {
        server.close();
    }
}
