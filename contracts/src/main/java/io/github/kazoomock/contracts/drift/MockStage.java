package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Logins;
import io.github.kazoomock.server.export.Target;
import io.github.kazoomock.server.sandbox.Decision;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A running mock as a stage: every session has a sandbox of its own, whose clock stands still at one moment.
 *
 * <p>A session's {@code given} may say {@code world} (one of {@link ProbeWorlds}), {@code fixture}, {@code login} (a role)
 * and {@code tokens} by name: <code>{"STAFF": {"user": "staff", "account": "Ocean"}, "SELLER": {"role":
 * "reseller"}}</code>. Accounts of the world give values like {@code OCEAN_ID}.
 */
public final class MockStage implements Stage {
    private static final String CLOCK = "2026-05-16T10:20:30Z";

    private final MockHttp mock;
    private final @Nullable String profile;
    private final JsonObject decisions;
    private final ConcurrentMap<String, World> worlds;

    /** A sandbox that others are copies of, who is there, and the tokens that were asked for, good in all copies. */
    private record World(
            String sandbox, Map<String, String> accounts, ConcurrentMap<JsonObject, JsonObject> logins) {}

    private MockStage(
            MockHttp mock, @Nullable String profile, JsonObject decisions, ConcurrentMap<String, World> worlds) {
        this.mock = mock;
        this.profile = profile;
        this.decisions = decisions;
        this.worlds = worlds;
    }

    /**
     * A mock that runs somewhere.
     *
     * @param root its address, with or without {@code /v2}
     * @param profile null for the one it runs with
     */
    public static MockStage at(String root, @Nullable String profile) {
        return new MockStage(MockHttp.at(root), profile, JsonObject.EMPTY, new ConcurrentHashMap<>());
    }

    /** The same mock, but for some decisions. */
    MockStage but(Map<Decision, Boolean> others) {
        JsonObject.Builder all = decisions.toBuilder();
        others.forEach((decision, taken) -> all.put(decision.name(), Json.of(taken)));
        return new MockStage(mock, profile, all.build(), worlds);
    }

    @Override
    public Play open(Given given) {
        World world = worlds.computeIfAbsent(
                given.params().textOr("world", "") + '\0' + given.params().textOr("fixture", ""),
                name -> prepared(given.params()));
        JsonObject.Builder wanted = JsonObject.builder()
                .put("sandbox", world.sandbox)
                .put("profile", profile)
                .put("decisions", decisions);
        String sandbox = mock.admin("POST", "sandboxes", wanted.build()).textOr("name", "");
        return new MockPlay(mock, sandbox, values(given.params(), world));
    }

    private World prepared(JsonObject params) {
        JsonObject.Builder wanted = JsonObject.builder().put("clock", CLOCK);
        String world = params.text("world");
        if (world == null) {
            wanted.put("fixture", params.textOr("fixture", "demo"));
        } else {
            wanted.put("files", ProbeWorlds.files(world)).put("complete", true);
        }
        String sandbox = mock.admin("POST", "sandboxes", wanted.build()).textOr("name", "");
        mock.admin("POST", "sandboxes/" + sandbox + "/clock", JsonObject.of("frozen", JsonLiteral.TRUE));
        Map<String, String> accounts = new LinkedHashMap<>();
        for (Json account :
                mock.admin("GET", "sandboxes/" + sandbox + "/accounts", null).array("accounts")) {
            if (account instanceof JsonObject object) {
                String name = object.textOr("name", "").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
                accounts.put(name + "_ID", object.textOr("id", ""));
            }
        }
        return new World(sandbox, accounts, new ConcurrentHashMap<>());
    }

    /** What every session knows; a user that is named as {@code AUTH_TOKEN} brings the account along. */
    private Map<String, String> values(JsonObject params, World world) {
        Map<String, String> values = new LinkedHashMap<>(world.accounts);
        role(params.textOr("login", Logins.ACCOUNT_ADMIN), world)
                .forEach((name, value) -> values.put(name, String.valueOf(value.text())));
        params.object("tokens").forEach((name, who) -> {
            JsonObject wanted = (JsonObject) who;
            String role = wanted.text("role");
            if (role == null) {
                user(name, wanted, world, values);
            } else {
                values.put(name, role(role, world).textOr(Logins.AUTH_TOKEN, ""));
            }
        });
        return values;
    }

    private JsonObject role(String role, World world) {
        JsonObject params = JsonObject.of("login", Json.of(role));
        return world.logins.computeIfAbsent(
                params,
                wanted -> mock.admin(
                        "POST", "sandboxes/" + world.sandbox + "/states", JsonObject.of("params", wanted)));
    }

    private void user(String name, JsonObject who, World world, Map<String, String> values) {
        JsonObject login = world.logins.computeIfAbsent(
                who, wanted -> mock.admin("POST", "sandboxes/" + world.sandbox + "/tokens", wanted));
        String prefix = name.equals(Logins.AUTH_TOKEN) ? "" : name + "_";
        values.put(name, login.textOr("auth_token", ""));
        values.put(prefix + "ACCOUNT_ID", login.textOr("account_id", ""));
        values.put(prefix + "ACCOUNT_NAME", login.textOr("account_name", ""));
        values.put(prefix + "REALM", login.textOr("realm", ""));
        values.put(prefix + "USER_ID", login.textOr("user_id", ""));
    }

    /** A copy of a world. */
    private record MockPlay(MockHttp mock, String sandbox, Map<String, String> values) implements Play {
        @Override
        public Target target() {
            return request -> mock.ask(sandbox, request);
        }

        @Override
        public void pass(Duration time) {
            mock.admin("POST", "sandboxes/" + sandbox + "/clock", JsonObject.of("advance", Json.of(time.toString())));
        }

        @Override
        public void close() {
            mock.admin("DELETE", "sandboxes/" + sandbox, null);
        }
    }
}
