package io.github.kazoomock.server;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;

/** A running `demo` mock for a test class: reset between tests, with the clients that tests ask with. */
final class DemoServer implements AutoCloseable {
    private final KazooServer server;

    DemoServer() {
        this(KazooServer.builder());
    }

    DemoServer(KazooServer.Builder builder) {
        server = builder.port(0).fixture("demo").start();
    }

    KazooServer server() {
        return server;
    }

    void reset() {
        server.reset();
    }

    TestClient anonymous() {
        return TestClient.of(server);
    }

    /** A client with the token of this user. */
    TestClient as(String username) {
        return TestClient.loggedIn(server, username);
    }

    /** The account of this user. */
    String accountOf(String username) {
        return login(username).accountId();
    }

    Login login(String username) {
        return server.logins().stream()
                .filter(login -> login.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** `accounts/ID` of this user's account. */
    String path(String username) {
        return "accounts/" + accountOf(username);
    }

    /** JSON with single quotes, which is easier to read in Java. */
    static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }

    @Override
    public void close() {
        server.close();
    }
}
