package io.github.kazoomock.server.bench;

import com.sun.management.ThreadMXBean;
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
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the journal costs beside a request, without HTTP: the same requests to a sandbox with a journal, which is full
 * after the first round, and to one without, turn by turn. Counted is the processor's time.
 */
final class JournalCost {
    private static final int ROUNDS = 9;
    private static final long ROUND_NANOS = 400_000_000;
    private static final long BUDGET = 32L * 1024 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Instant NOW = Instant.parse("2026-05-16T10:20:30Z");

    private final Crossbar crossbar;
    private final Blueprint blueprint;
    private final Account account;
    private long sink;

    private JournalCost() {
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

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.println("journal on and off, without HTTP, Java " + System.getProperty("java.version"));
        JournalCost cost = new JournalCost();
        Sandbox off = cost.sandbox(Journals.off());
        Sandbox on = cost.sandbox(new Journals(BUDGET));
        String path = "/v2/accounts/" + cost.account.id();
        cost.compare("fetch an account", off, on, "GET", path, "", out);
        cost.compare("refused: no token", off, on, "GET", path, "none", out);
        cost.compare("edit a user", off, on, "PATCH", path + "/users/" + cost.user(), "", out);
        if (cost.sink == 0) {
            throw new IllegalStateException("nothing was answered");
        }
    }

    private Sandbox sandbox(Journals journals) {
        return new Sandboxes(blueprint, new SandboxClock(NOW, () -> NOW), Nouns.reactions(), () -> NOW, journals)
                .main();
    }

    private String user() {
        return account.shelf("user").keySet().iterator().next();
    }

    private void compare(
            String name, Sandbox off, Sandbox on, String method, String path, String token, PrintStream out) {
        Incoming toOff = request(off, method, path, token);
        Incoming toOn = request(on, method, path, token);
        List<Double> ratios = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double plain = micros(off, toOff);
            double journaled = micros(on, toOn);
            if (round > 1) { // the first ones warm up
                ratios.add(journaled / plain);
                differences.add(journaled - plain);
                without.add(plain);
            }
        }
        out.println(String.format(
                Locale.ROOT,
                "  %-20s off %7.2f us   on/off %.2f   journal %6.2f us",
                name,
                median(without),
                median(ratios),
                median(differences)));
    }

    private double micros(Sandbox sandbox, Incoming in) {
        long start = THREADS.getCurrentThreadCpuTime();
        long now = start;
        int count = 0;
        while (now - start < ROUND_NANOS) {
            for (int i = 0; i < 50; i++) {
                sink += crossbar.answer(in, sandbox).status();
            }
            count += 50;
            now = THREADS.getCurrentThreadCpuTime();
        }
        return (now - start) / 1000.0 / count;
    }

    private Incoming request(Sandbox sandbox, String method, String path, String token) {
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

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
