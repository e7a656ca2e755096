package io.github.kazoomock.contracts.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.record.world.RecordedWorld;
import io.github.kazoomock.contracts.redact.Redactor;
import io.github.kazoomock.contracts.redact.RuleTable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.export.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was read from one server is read from another that starts with the recording. */
@Timeout(600)
class RoundTripTest {
    @Test
    void what_was_read_of_one_mock_is_what_another_says(@TempDir Path folder) {
        Path recording = folder.resolve("recording");
        try (KazooServer first = KazooServer.builder().port(0).fixture("demo").start()) {
            Recorder.Plan plan = new Recorder.Plan(
                    URI.create(first.apiRoot()), recording, 0, Redactor.of(RuleTable.builtIn(), "a key"), false);
            try (Recorder recorder = new Recorder(plan, exchange -> {})) {
                long began = System.nanoTime();
                readAll(first, recorder.apiRoot());
                System.out.println("READ " + recorder.written() + " in " + (System.nanoTime() - began) / 1_000_000
                        + " ms, redacting " + Recorder.NANOS.get() / 1_000_000);
                assertThat(recorder.lost()).isZero();
            }
        }
        RecordedWorld.Made made = RecordedWorld.make(recording);
        try (KazooServer second = KazooServer.builder()
                .port(0)
                .fixture(made.folder().toString())
                .clock(made.until())
                .start()) {
            List<String> different = new ArrayList<>();
            Client client =
                    new Client(second.apiRoot()).login("Larkspur Carrier Services", "admin", RecordedWorld.password());
            int[] same = new int[1];
            Exchanges.read(recording, exchange -> {
                if (exchange.method().equals("GET") && exchange.responseBody() instanceof Body.OfJson body) {
                    String path = exchange.path().substring("/v2/".length())
                            + (exchange.query().isEmpty() ? "" : "?" + exchange.query());
                    Response answer = client.get(path);
                    Json was = ((JsonObject) body.json()).get("data");
                    Json is = answer.json() instanceof JsonObject envelope ? envelope.get("data") : null;
                    if (answer.status() != exchange.status() || !java.util.Objects.equals(was, is)) {
                        different.add(path + "\n   was " + exchange.status() + " " + was + "\n   is  " + answer.status()
                                + " " + is);
                    } else {
                        same[0]++;
                    }
                }
            });
            System.out.println("LEFT OUT " + made.leftOut());
            System.out.println("SAME " + same[0] + " DIFFERENT " + different.size());
            different.forEach(System.out::println);
        }
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
}
