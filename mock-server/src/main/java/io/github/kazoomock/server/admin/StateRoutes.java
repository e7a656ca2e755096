package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Crossbar;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.SandboxTarget;
import io.github.kazoomock.server.export.StateProblem;
import io.github.kazoomock.server.export.States;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.Snapshot;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Provider states, as verifiers of Pact ask for them: <code>POST states {"state", "params", "action"}</code>. What a state
 * means is said by its parameters alone ({@link Given}); the reply is the values for the request's generators.
 */
final class StateRoutes {
    private static final List<String> KEYS = List.of("state", "params", "action", "consumer");
    private static final List<String> PARAMS =
            List.of("fixture", "files", "snapshot", "documents", "login", "things", "account_id");

    private final Starts starts;
    private final Tokens tokens;
    private final Crossbar crossbar;
    private final StateDocuments documents;
    private volatile @Nullable Known known;

    /** The people of the last world that was asked for: signing anew takes longer than all the rest. */
    private record Known(World world, @Nullable String account, SignedLogins logins) {}

    StateRoutes(Starts starts, Tokens tokens, Crossbar crossbar, StateDocuments documents) {
        this.starts = starts;
        this.tokens = tokens;
        this.crossbar = crossbar;
        this.documents = documents;
    }

    List<Route> routes() {
        return List.of(Route.sandbox("POST", "states", this::bring));
    }

    private AdminReply bring(AdminCall call) {
        JsonObject body = call.body(KEYS);
        String action = body.textOr("action", "setup");
        if (action.equals("teardown")) {
            call.sandbox().reset();
            return Route.json(JsonObject.EMPTY);
        }
        if (!action.equals("setup")) {
            throw new BadRequest("action: '" + action + "'; use setup or teardown");
        }
        JsonObject params = body.object("params");
        params.keys().stream().filter(key -> !PARAMS.contains(key)).findFirst().ifPresent(key -> {
            throw new BadRequest("params: the mock knows no " + key + "; it knows " + String.join(", ", PARAMS));
        });
        begin(params, call.sandbox());
        return Route.json(values(new Given(body.textOr("state", ""), params), call.sandbox()));
    }

    private void begin(JsonObject params, Sandbox sandbox) {
        String fixture = params.text("fixture");
        Json files = params.get("files");
        if (fixture != null || files != null) {
            String key = fixture == null ? "files" : "fixture";
            World world;
            try {
                world = fixture == null
                        ? starts.world(WrittenFiles.read(params.object("files")), false, null)
                        : starts.world(fixture, null);
            } catch (IllegalArgumentException e) {
                throw new BadRequest("params/" + key + ": " + e.getMessage());
            }
            sandbox.begin(world);
        }
        String snapshot = params.text("snapshot");
        if (snapshot != null) {
            Snapshot kept = SnapshotRoutes.existing(sandbox, snapshot);
            sandbox.restore(kept);
        }
    }

    private JsonObject values(Given given, Sandbox sandbox) {
        SignedLogins logins = logins(sandbox, given.params().text("account_id"));
        String account = logins.values().getOrDefault("ACCOUNT_ID", "");
        Map<String, String> put =
                documents.put(given.params().array("documents").values(), sandbox, account);
        Map<String, String> values = new LinkedHashMap<>();
        try {
            values.putAll(new States(new SandboxTarget(crossbar, sandbox), logins).establish(given, put));
        } catch (StateProblem e) {
            throw new BadRequest(409, "state '" + given.words() + "': " + e.getMessage());
        }
        JsonObject.Builder reply = JsonObject.builder();
        values.forEach((name, value) -> reply.put(name, Json.of(value)));
        return reply.build();
    }

    private SignedLogins logins(Sandbox sandbox, @Nullable String account) {
        World world = sandbox.world();
        if (account != null && world.account(account) == null) {
            throw new BadRequest("params/account_id: there is no account '" + account + "'");
        }
        Known last = known;
        if (last == null || last.world != world || !Objects.equals(last.account, account)) {
            Instant now = sandbox.clock().now();
            last = new Known(world, account, new SignedLogins(world, tokens, now, account));
            known = last;
        }
        return last.logins;
    }
}
