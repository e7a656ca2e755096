package io.github.kazoomock.server.bench;

import com.sun.management.ThreadMXBean;
import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Answer;
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
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lists of an account with 100, 1,000 and 10,000 devices cost inside the server, without HTTP: the whole way of a
 * request but the socket, as a multiple of fetching one of those devices in the same round. Counted is the processor's
 * time, so that other work on the machine disturbs little, and what is allocated.
 */
final class Lists {
    private static final int[] SIZES = {100, 1_000, 10_000};
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 200_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Instant NOW = Instant.parse("2026-05-16T10:20:30Z");
    private static final String ACCOUNT_OF = "Harbor Dental Group";

    private final Crossbar crossbar;
    private final Sandbox sandbox;
    private final String devices;
    private final String token;
    private long sink;

    private Lists(OperationTable table, Tokens tokens, World world, Account account) {
        crossbar = new Crossbar(table, new Identities(tokens), Nouns.quotes());
        Blueprint blueprint = new Blueprint(Profile.KAZOO_5, Set.of(), true, 0, world);
        sandbox = new Sandboxes(
                        blueprint, new SandboxClock(NOW, () -> NOW), Nouns.reactions(), () -> NOW, Journals.off())
                .main();
        devices = "/v2/accounts/" + account.id() + "/devices";
        String key = account.document().hidden().textOr("pvt_api_key", "");
        byte[] login = JsonObject.of("data", JsonObject.of("api_key", Json.of(key)))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        token = ((JsonObject) Json.parse(ask("PUT", "/v2/api_auth", null, login).body())).textOr("auth_token", "");
    }

    /** A demo world in which one account has so many devices. */
    private static Lists of(int size) {
        SchemaRegistry schemas = SchemaRegistry.bundled();
        Tokens tokens = new Tokens();
        OperationTable table = new OperationTable(Nouns.all(schemas, tokens));
        Fixture fixture = Fixtures.load("demo", schemas, table.documentSchemas(), NOW);
        World demo = FixtureWorld.of(fixture, table.types(), table.indexes(), 0, NOW);
        Account account = demo.accounts().values().stream()
                .filter(known -> ACCOUNT_OF.equals(known.document().open().text("name")))
                .findFirst()
                .orElseThrow();
        Transaction transaction = new Transaction(demo, NOW);
        for (int i = account.shelf("device").size(); i < size; i++) {
            JsonObject device = schemas.withDefaults("devices", device(i));
            transaction.put(
                    account.id(), Document.create(transaction.newId(), "device", device, JsonObject.EMPTY, NOW));
        }
        return new Lists(table, tokens, transaction.world(), account);
    }

    private static JsonObject device(int i) {
        String device = String.format(Locale.ROOT, """
                {"name":"Desk phone %1$d","mac_address":"00bd0a%1$06x","device_type":"sip_device",
                "sip":{"username":"desk%1$d","password":"desk%1$d"},
                "caller_id":{"external":{"name":"Harbor","number":"+16175550120"}},
                "ui_metadata":{"version":"4.3.0","ui":"monster-ui","origin":"voip"}}""", i);
        return (JsonObject) Json.parse(device);
    }

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.println("lists without HTTP, in fetches of one document of the same round, Java "
                + System.getProperty("java.version"));
        for (int size : SIZES) {
            of(size).compare(size, out);
        }
    }

    private void compare(int size, PrintStream out) {
        JsonObject page = (JsonObject) Json.parse(get("").body());
        String next = "?start_key=" + page.textOr("next_start_key", "");
        String one = "/" + ((JsonObject) page.array("data").get(0)).textOr("id", "");
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("page of 50", "");
        asked.put("second page of 50", next);
        asked.put("filter by a key", "?filter_name=nothing");
        asked.put("filter by a deep key", "?filter_sip.username=nothing");
        asked.put("two filters", "?filter_ui_metadata.origin=nothing&key_missing=owner_id");
        asked.put("all rows at once", "?paginate=false");
        out.println(String.format(Locale.ROOT, "  %,d documents", size));
        asked.forEach((name, query) -> {
            List<Double> ratios = new ArrayList<>();
            List<Cost> costs = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                Cost fetch = cost(one);
                Cost list = cost(query);
                if (round > 0) { // the first one warms up
                    ratios.add(list.micros / fetch.micros);
                    costs.add(list);
                }
            }
            out.println(String.format(
                    Locale.ROOT,
                    "    %-22s %,10.1f fetches  %,12.1f us  %,10.1f kB",
                    name,
                    median(ratios),
                    median(costs.stream().map(Cost::micros).toList()),
                    median(costs.stream().map(Cost::kilobytes).toList())));
        });
        if (sink == 0) {
            throw new IllegalStateException("nothing was answered");
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Of one request. */
    private record Cost(double micros, double kilobytes) {}

    /** On average over a round. */
    private Cost cost(String rest) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        long now = start;
        int count = 0;
        while (now - start < ROUND_NANOS) {
            sink += get(rest).body().length;
            count++;
            now = THREADS.getCurrentThreadCpuTime();
        }
        double allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        return new Cost((now - start) / 1e3 / count, allocated / 1e3 / count);
    }

    private Answer get(String rest) {
        int mark = rest.indexOf('?');
        String path = devices + (mark < 0 ? rest : rest.substring(0, mark));
        Answer answer = ask("GET", path, mark < 0 ? null : rest.substring(mark + 1), new byte[0]);
        if (answer.status() != 200) {
            throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    private Answer ask(String method, String path, @Nullable String query, byte[] body) {
        Map<String, List<String>> headers = method.equals("PUT")
                ? Map.of("content-type", List.of("application/json"))
                : Map.of("x-auth-token", List.of(token), "accept", List.of("application/json"));
        return crossbar.answer(new Incoming(method, "", path, query, headers, body, List.of(), "127.0.0.1"), sandbox);
    }
}
