package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Target;
import io.github.kazoomock.server.sandbox.Decision;
import java.time.Duration;
import java.time.Instant;
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
    /** When sessions take place unless said otherwise. */
    private static final Instant USUAL = Instant.parse("2026-05-16T10:20:30Z");

    private static final String SCRATCH = "scratch";

    private final MockHttp mock;
    private final Setup setup;
    private final ConcurrentMap<String, MockWorld> worlds;

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

    private MockStage(MockHttp mock, Setup setup, ConcurrentMap<String, MockWorld> worlds) {
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
        // how an account is made depends on the decisions, what a fixture says does not
        String made = SCRATCH.equals(special) ? setup.decisions.toString() : "";
        MockWorld world = worlds.computeIfAbsent(special + "/" + fixture + made, key -> prepared(special, fixture));
        JsonObject.Builder wanted = JsonObject.builder()
                .put("sandbox", world.sandbox())
                .put("profile", setup.profile)
                .put("decisions", setup.decisions);
        String sandbox = mock.admin("POST", "sandboxes", wanted.build()).textOr("name", "");
        return new MockPlay(mock, sandbox, world.values(given.params()));
    }

    /**
     * Begins a world.
     *
     * @param special one of {@link ProbeWorlds}; null for a fixture
     * @param fixture null for the mock's own
     */
    private MockWorld prepared(@Nullable String special, @Nullable String fixture) {
        JsonObject.Builder wanted = JsonObject.builder()
                .put("clock", setup.clock.toString())
                .put("profile", setup.profile)
                .put("decisions", setup.decisions);
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
        return new MockWorld(mock, sandbox, SCRATCH.equals(special), accounts, new ConcurrentHashMap<>());
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
