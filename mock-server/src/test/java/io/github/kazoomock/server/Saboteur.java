package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A running `demo` mock with a frozen clock, what it logged, and somebody who arms faults in it. */
final class Saboteur implements AutoCloseable {
    static final String START = "2026-05-16T10:20:30Z";

    private final List<LoggedRequest> log = new CopyOnWriteArrayList<>();
    final DemoServer demo =
            new DemoServer(KazooServer.builder().clock(Instant.parse(START)).log(log::add));

    /** Everything as at the start, with nothing armed; grace has a token. */
    TestClient begin() {
        demo.reset();
        admin("POST", "clock", "{'set':'" + START + "','frozen':true}");
        TestClient grace = demo.as("grace");
        log.clear();
        return grace;
    }

    Response admin(String method, String what, String body) {
        return demo.anonymous().send(method, "/__admin/" + what, body.isEmpty() ? null : body.replace('\'', '"'));
    }

    /** Arms a rule and says its id. */
    String arm(String rule) {
        Response armed = admin("POST", "faults", rule);
        if (armed.status() != 201) {
            throw new IllegalStateException(armed.text());
        }
        return armed.body().textOr("id", "");
    }

    /** A rule as it stands. */
    JsonObject rule(String id) {
        return admin("GET", "faults/" + id, "").body();
    }

    long hits(String id) {
        return rule(id).integer(-1, "hits");
    }

    String devices() {
        return demo.path("grace") + "/devices";
    }

    static JsonObject device(String name) {
        return json("{'name':'" + name + "'}");
    }

    static List<String> names(Response list) {
        return list.body().array("data").values().stream()
                .map(row -> ((JsonObject) row).textOr("name", ""))
                .toList();
    }

    static JsonObject first(Response list) {
        Json row = list.body().array("data").get(0);
        return (JsonObject) row;
    }

    LoggedRequest lastLogged() {
        return log.get(log.size() - 1);
    }

    @Override
    public void close() {
        demo.close();
    }
}
