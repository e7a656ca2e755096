package io.github.kazoomock.server.exchanges;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.world.Hash;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A running demo mock in which requests with placeholders are tried. {@code {DEVICE_ID}} is an id of something that is
 * made through the API when a request first speaks of it; {@code things.json} says how, or what else a name stands for.
 */
final class Scene implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\{([A-Z][A-Z_0-9]*)}");
    private static final JsonObject THINGS = Samples.object("things.json");

    /** The administrator of Harbor Dental Group, who acts unless a request says otherwise. */
    static final String ADMIN = "grace";

    /** Sends requests without a token. */
    static final String NOBODY = "";

    private final KazooServer server = KazooServer.builder().port(0).start();
    private final Map<String, String> names = new LinkedHashMap<>();

    Scene() {
        reset();
    }

    /** Back to the demo world, in which nothing was made yet. */
    void reset() {
        server.reset();
        names.clear();
        for (String username : new String[] {"admin", "nora", "greta", ADMIN}) {
            names.put(
                    "ACCOUNT_OF_" + username.toUpperCase(Locale.ROOT),
                    login(username).accountId());
        }
        setIn(ADMIN);
    }

    /** From now on it plays in the account of this user. */
    void setIn(String username) {
        names.put("ACCOUNT_ID", login(username).accountId());
        names.put("ACCOUNT_NAME", login(username).accountName());
        names.put("ACCOUNT_REALM", login(username).realm());
        names.put("CREDENTIALS", Hash.md5(username + ":" + login(username).password()));
    }

    /** From now on the name stands for this. */
    void name(String name, String value) {
        names.put(name, value);
    }

    /** Whether any operation takes this path, whatever its placeholders stand for. */
    boolean serves(String method, String path) {
        String any = NAME.matcher(path.replace("{ACCOUNT_ID}", login(ADMIN).accountId()))
                .replaceAll("x");
        Response response = TestClient.of(server).send(method, any, null);
        boolean isUnknown =
                response.status() == 404 && "not_found".equals(response.body().text("message"));
        return !isUnknown && response.status() != 405;
    }

    /** Sends a request in the name of an administrator, with every placeholder filled. */
    Response ask(String username, String method, String path, @Nullable JsonObject body) {
        return ask(username, method, path, "application/json", body == null ? null : body.toString());
    }

    /** Sends a body of any type. */
    Response ask(String username, String method, String path, String type, @Nullable String body) {
        TestClient client = TestClient.of(server).with("Content-Type", type);
        if (!username.equals(NOBODY)) {
            String token = TestClient.of(server).token(login(username));
            names.put("AUTH_TOKEN", token);
            client = client.with("X-Auth-Token", token);
        }
        return client.send(method, filled(path), body == null ? null : filled(body));
    }

    /** With what the names stand for; what does not exist yet is made. */
    String filled(String text) {
        return NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(thing(match.group(1))));
    }

    /** With what is known by now; other names stay. */
    String known(String text) {
        return NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(names.getOrDefault(match.group(1), match.group())));
    }

    private String thing(String name) {
        String known = names.get(name);
        if (known != null) {
            return known;
        }
        Json way = THINGS.get(name);
        String value;
        if (name.equals("AUTH_TOKEN")) {
            value = TestClient.of(server).token(login(ADMIN));
        } else if (way instanceof JsonObject request) {
            value = made(name, request);
        } else if (way != null && way.text() != null) {
            value = filled(way.text());
        } else {
            throw new AssertionError("things.json does not say what {" + name + "} stands for");
        }
        names.put(name, value);
        return value;
    }

    private String made(String name, JsonObject request) {
        Response response = ask(
                request.textOr("as", ADMIN),
                request.textOr("method", "PUT"),
                request.textOr("path", ""),
                request.has("data") ? JsonObject.of("data", request.object("data")) : null);
        String[] place = request.has("take") ? request.textOr("take", "").split("/") : new String[] {"data", "id"};
        Json value = response.status() < 300 ? response.body().at(place) : null;
        if (value == null || value.text() == null) {
            throw new AssertionError("{" + name + "} cannot be made: " + response.text());
        }
        return value.text();
    }

    private Login login(String username) {
        return server.logins().stream()
                .filter(login -> login.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }
}
