package io.github.kazoomock.server.bench;

import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Crossbar;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.journal.Journals;
import io.github.kazoomock.server.nouns.Nouns;
import io.github.kazoomock.server.sandbox.Blueprint;
import io.github.kazoomock.server.sandbox.FixtureWorld;
import io.github.kazoomock.server.sandbox.Profile;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.sandbox.Sandboxes;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What serves the fixture {@code demo}, without HTTP. */
final class Demo {
    private static final Instant NOW = Instant.parse("2026-05-16T10:20:30Z");

    private final Crossbar crossbar;
    private final Blueprint blueprint;
    private final Account account;

    Demo() {
        SchemaRegistry schemas = SchemaRegistry.bundled();
        Tokens tokens = new Tokens();
        OperationTable table = new OperationTable(Nouns.all(schemas, tokens));
        Fixture fixture = Fixtures.load("demo", schemas, table.documentSchemas(), NOW);
        World demo = FixtureWorld.of(fixture, table.types(), table.indexes(), 0, NOW);
        account = demo.accounts().values().stream()
                .filter(known ->
                        "Harbor Dental Group".equals(known.document().open().text("name")))
                .findFirst()
                .orElseThrow();
        crossbar = new Crossbar(table, new Identities(tokens), Nouns.quotes());
        blueprint = new Blueprint(Profile.KAZOO_5, Set.of(), true, 0, demo);
    }

    Crossbar crossbar() {
        return crossbar;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    SandboxClock clock() {
        return new SandboxClock(NOW, () -> NOW);
    }

    /** The account that is asked about. */
    Account account() {
        return account;
    }

    Sandboxes sandboxes(Journals journals) {
        return new Sandboxes(blueprint, clock(), Nouns.reactions(), () -> NOW, journals);
    }

    /** The id of one of its users. */
    String user() {
        return account.shelf("user").keySet().iterator().next();
    }

    /**
     * A request to a sandbox.
     *
     * @param token empty for that of the account; anything else for none
     */
    Incoming request(Sandbox sandbox, String method, String path, String token) {
        String key = account.document().hidden().textOr("pvt_api_key", "");
        byte[] login = JsonObject.of("data", JsonObject.of("api_key", Json.of(key)))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        JsonObject reply =
                (JsonObject) Json.parse(crossbar.answer(incoming("PUT", "/v2/api_auth", Map.of(), login), sandbox)
                        .body());
        Map<String, List<String>> headers = token.isEmpty()
                ? Map.of(
                        "x-auth-token", List.of(reply.textOr("auth_token", "")),
                        "accept", List.of("application/json"),
                        "content-type", List.of("application/json"),
                        "host", List.of("127.0.0.1:8000"))
                : Map.of("accept", List.of("application/json"));
        byte[] body = method.equals("PATCH")
                ? "{\"data\":{\"first_name\":\"Kim\"}}".getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        return incoming(method, path, headers, body);
    }

    private static Incoming incoming(String method, String path, Map<String, List<String>> headers, byte[] body) {
        return new Incoming(method, "", path, null, headers, body, List.of(), "127.0.0.1");
    }
}
