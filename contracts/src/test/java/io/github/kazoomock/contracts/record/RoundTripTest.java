package io.github.kazoomock.contracts.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.record.world.RecordedEvidence;
import io.github.kazoomock.contracts.record.world.RecordedWorld;
import io.github.kazoomock.contracts.redact.Redactor;
import io.github.kazoomock.contracts.redact.RuleTable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.evidence.EvidenceList;
import io.github.kazoomock.server.export.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a client read of one mock, through the recorder, is what another says that starts with the recording. */
@Timeout(900)
class RoundTripTest {
    /** Where another answer is right, by path without its account, and why. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("token_auth", "says when the token ends"),
            Map.entry("channels", "calls that went on are over"),
            Map.entry("conferences", "shows who is in a conference, and calls that went on are over"),
            Map.entry("conferences/pins", "ordered by the pins, which are others"),
            Map.entry("hotdesks", "follows from documents of which only rows were read"),
            Map.entry("groups", "a row counts endpoints and names features; the group itself was not read"),
            Map.entry("phone_numbers", "a row names features, of which only the number itself has the content"),
            Map.entry(
                    "cdrs", "dialed_number is the user of an address; the address may be a person's, so it is another"),
            Map.entry("cdrs/interaction", "as for cdrs"),
            Map.entry("cdrs/summary", "counts by what only whole records have"),
            Map.entry(
                    "services/summary",
                    "counts what documents have that were not read, and bills by plans that were not"),
            Map.entry("service_plans/current", "as for services/summary"),
            Map.entry(
                    "devices/*/quickcall/*", "names and addresses follow from documents of which only rows were read"),
            Map.entry("users/*/quickcall/*", "as for devices"),
            Map.entry("", "an account's trial_time_left runs"));

    /** What the demo world has and a recording of it must not. */
    private static final Set<String> SECRET = Set.of("password", "email", "street_address", "pvt_api_key");

    @Test
    void what_was_read_of_one_mock_is_what_another_says(@TempDir Path folder) throws IOException {
        Path recording = folder.resolve("recording");
        Set<String> secrets = new TreeSet<>();
        try (KazooServer first = KazooServer.builder().port(0).fixture("demo").start()) {
            first.save(folder.resolve("demo"));
            Recorder.Plan plan = new Recorder.Plan(
                    URI.create(first.apiRoot()), recording, 0, Redactor.of(RuleTable.builtIn(), "a key"), false);
            try (Recorder recorder = new Recorder(plan, written -> {})) {
                readAll(first, recorder.apiRoot());
                assertThat(recorder.lost()).isZero();
            }
            secrets.addAll(secrets(folder.resolve("demo")));
            first.logins().forEach(login -> secrets.add(login.apiKey()));
        }
        RecordedWorld.Made made = RecordedWorld.make(recording);
        assertThat(made.leftOut()).isEmpty();
        assertThat(RecordedEvidence.write(recording, made)).isGreaterThan(50);
        assertThat(KazooServer.builder().fixture(made.folder().toString()).fixtureProblems())
                .isEmpty();
        assertThat(EvidenceList.parse(Files.readAllBytes(made.folder().resolve("evidence.json")))
                        .entries())
                .hasSizeGreaterThan(50);
        nowhere(secrets, recording);
        same(recording, made);
    }

    private static void same(Path recording, RecordedWorld.Made made) {
        Set<String> different = new TreeSet<>();
        List<String> unexplained = new ArrayList<>();
        int[] asked = new int[1];
        try (KazooServer second = KazooServer.builder()
                .port(0)
                .fixture(made.folder().toString())
                .clock(made.until())
                .start()) {
            Client client =
                    new Client(second.apiRoot()).login("Larkspur Carrier Services", "admin", RecordedWorld.password());
            Exchanges.read(recording, exchange -> {
                if (exchange.method().equals("GET") && exchange.responseBody() instanceof Body.OfJson body) {
                    asked[0]++;
                    Response answer = client.get(exchange.path().substring("/v2/".length()) + "?" + exchange.query());
                    Json was = data(body.json());
                    Json is = data(answer.json());
                    if (answer.status() != exchange.status() || !Objects.equals(was, is)) {
                        String path = general(exchange.path());
                        different.add(path);
                        if (!OTHERWISE.containsKey(path)) {
                            unexplained.add(exchange.path() + "\n was " + exchange.status() + " " + was + "\n is  "
                                    + answer.status() + " " + is);
                        }
                    }
                }
            });
        }
        assertThat(unexplained).isEmpty();
        assertThat(different).as("reasons that are no longer needed").containsAll(OTHERWISE.keySet());
        assertThat(asked[0]).isGreaterThan(1_000);
    }

    private static Json data(@Nullable Json envelope) {
        return envelope instanceof JsonObject object
                ? Objects.requireNonNullElse(object.get("data"), JsonObject.EMPTY)
                : JsonObject.EMPTY;
    }

    /** The path without version and account, ids and numbers as stars. */
    private static String general(String path) {
        return path.replaceFirst("^/v2/", "")
                .replaceFirst("^accounts/[0-9a-f]{32}/?", "")
                .replaceAll("[0-9a-f]{32}|%2B[0-9]+", "*");
    }

    private static void readAll(KazooServer server, String root) {
        Login admin = server.logins().stream()
                .filter(login -> login.role().equals("superduper_admin"))
                .findFirst()
                .orElseThrow();
        Client client = new Client(root).login(admin.accountName(), admin.username(), admin.password());
        Reading reading = new Reading(server.operations(), client);
        Response below = client.get("accounts/" + admin.accountId() + "/descendants?paginate=false");
        List<String> accounts = new ArrayList<>(List.of(admin.accountId()));
        if (below.json() instanceof JsonObject envelope) {
            envelope.array("data").forEach(row -> accounts.add(((JsonObject) row).textOr("id", "")));
        }
        accounts.forEach(reading::account);
    }

    private static Set<String> secrets(Path fixture) throws IOException {
        Set<String> secrets = new TreeSet<>();
        for (Path file : files(fixture)) {
            if (file.toString().endsWith(".json")) {
                collect(Json.parse(Files.readAllBytes(file)), secrets);
            }
        }
        assertThat(secrets).hasSizeGreaterThan(50);
        return secrets;
    }

    private static void collect(Json json, Set<String> secrets) {
        if (json instanceof JsonObject object) {
            object.forEach((key, value) -> {
                String text = value.text();
                if (SECRET.contains(key) && text != null && !text.isEmpty()) {
                    secrets.add(text);
                }
                collect(value, secrets);
            });
        }
    }

    private static void nowhere(Set<String> secrets, Path folder) throws IOException {
        for (Path file : files(folder)) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            assertThat(secrets).as(file.toString()).noneMatch(content::contains);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
