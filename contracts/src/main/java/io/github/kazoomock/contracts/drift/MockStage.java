package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Holes;
import io.github.kazoomock.server.export.Logins;
import io.github.kazoomock.server.export.Target;
import io.github.kazoomock.server.sandbox.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    /** When sessions take place unless said otherwise. */
    private static final Instant USUAL = Instant.parse("2026-05-16T10:20:30Z");

    private static final String SCRATCH = "scratch";

    private final MockHttp mock;
    private final Setup setup;
    private final ConcurrentMap<String, World> worlds;

    /**
     * What sandboxes are made with.
     *
     * @param profile null for the mock's own
     * @param world one of {@link ProbeWorlds} for sessions that name none; null for the mock's fixture
     */
    private record Setup(
            @Nullable String profile,
            JsonObject decisions,
            @Nullable String world,
            Instant clock) {}

    /** A sandbox that others are copies of, who is there, and the tokens that were asked for, good in all copies. */
    private record World(String sandbox, Map<String, String> accounts, ConcurrentMap<JsonObject, JsonObject> logins) {}

    private MockStage(MockHttp mock, Setup setup, ConcurrentMap<String, World> worlds) {
        this.mock = mock;
        this.setup = setup;
        this.worlds = worlds;
    }

    /**
     * A mock that runs somewhere.
     *
     * @param root its address, with or without {@code /v2}
     * @param profile null for the one it runs with
     */
    public static MockStage at(String root, @Nullable String profile) {
        return new MockStage(
                MockHttp.at(root), new Setup(profile, JsonObject.EMPTY, null, USUAL), new ConcurrentHashMap<>());
    }

    /**
     * Makes sure that a mock is there.
     *
     * @return the profile that it runs with
     * @throws io.github.kazoomock.contracts.Unreachable when nobody answers, or somebody else
     */
    String profile() {
        return mock.admin("GET", "version", null).textOr("profile", "");
    }

    /** The same mock, but for some decisions. */
    MockStage but(Map<Decision, Boolean> others) {
        JsonObject.Builder all = setup.decisions.toBuilder();
        others.forEach((decision, taken) -> all.put(decision.name(), Json.of(taken)));
        return new MockStage(mock, new Setup(setup.profile, all.build(), setup.world, setup.clock), worlds);
    }

    /** The same mock, where everything happens in an account as fresh as the one that a live run makes. */
    MockStage fresh() {
        Setup fresh = new Setup(setup.profile, setup.decisions, SCRATCH, setup.clock);
        return new MockStage(mock, fresh, new ConcurrentHashMap<>());
    }

    /** The same mock at another time. */
    MockStage at(Instant clock) {
        Setup then = new Setup(setup.profile, setup.decisions, setup.world, clock);
        return new MockStage(mock, then, new ConcurrentHashMap<>());
    }

    @Override
    public Play open(Given given) {
        String name = given.params().text("world");
        String special = name == null ? setup.world : name;
        String fixture = given.params().text("fixture");
        World world = worlds.computeIfAbsent(special + "/" + fixture, key -> prepared(special, fixture));
        JsonObject.Builder wanted = JsonObject.builder()
                .put("sandbox", world.sandbox)
                .put("profile", setup.profile)
                .put("decisions", setup.decisions);
        String sandbox = mock.admin("POST", "sandboxes", wanted.build()).textOr("name", "");
        return new MockPlay(mock, sandbox, values(given.params(), world));
    }

    /**
     * Begins a world.
     *
     * @param special one of {@link ProbeWorlds}; null for a fixture
     * @param fixture null for the mock's own
     */
    private World prepared(@Nullable String special, @Nullable String fixture) {
        JsonObject.Builder wanted = JsonObject.builder().put("clock", setup.clock.toString());
        if (special == null) {
            wanted.put("fixture", fixture);
        } else {
            wanted.put("files", ProbeWorlds.files(special)).put("complete", true);
        }
        String sandbox = mock.admin("POST", "sandboxes", wanted.build()).textOr("name", "");
        mock.admin("POST", "sandboxes/" + sandbox + "/clock", JsonObject.of("frozen", JsonLiteral.TRUE));
        if (SCRATCH.equals(special)) {
            new ScratchWorld(mock, sandbox).make();
        }
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
            if (who instanceof JsonArray several) {
                values.put(name, first((JsonArray) Holes.fill(several, values), world));
            } else {
                token(name, (JsonObject) who, world, values);
            }
        });
        return values;
    }

    private void token(String name, JsonObject wanted, World world, Map<String, String> values) {
        String role = wanted.text("role");
        if (role == null || wanted.has("account")) {
            user(name, wanted, world, values);
        } else {
            values.put(name, role(role, world).textOr(Logins.AUTH_TOKEN, ""));
        }
    }

    /** The token of the first of several people who is there. */
    private String first(JsonArray several, World world) {
        String path = "sandboxes/" + world.sandbox + "/tokens";
        for (Json who : several) {
            Optional<JsonObject> login = mock.ifThere("POST", path, (JsonObject) who);
            if (login.isPresent()) {
                return login.get().textOr("auth_token", "");
            }
        }
        throw new NotPlayable("there is nobody in the mock's world like " + several);
    }

    private JsonObject role(String role, World world) {
        JsonObject params = JsonObject.of("login", Json.of(role));
        return world.logins.computeIfAbsent(
                params,
                wanted ->
                        mock.admin("POST", "sandboxes/" + world.sandbox + "/states", JsonObject.of("params", wanted)));
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
