package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.contracts.record.Exchanges;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.evidence.EvidenceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a recording proves: an operation that the server answered like the mock does. A read counts when the mock, started
 * with the recording's fixture, has every key of the reply with the same type; a write when its envelope is like the
 * mock's and the document in it keeps to the mock's schema.
 */
public final class RecordedEvidence {
    private final SchemaRegistry schemas = SchemaRegistry.bundled();
    private final Operations operations;
    private final Mock mock;
    private final Map<String, LocalDate> proved = new TreeMap<>();

    private RecordedEvidence(Operations operations, Mock mock) {
        this.operations = operations;
        this.mock = mock;
    }

    /**
     * Writes {@code evidence.json} beside the fixture, where {@code serve} finds it.
     *
     * @return how many operations are in it
     * @throws UsageError when it cannot be written
     */
    public static int write(Path recording, RecordedWorld.Made made) {
        try (KazooServer server = KazooServer.builder()
                .port(0)
                .fixture(made.folder().toString())
                .clock(made.until())
                .start()) {
            RecordedEvidence evidence =
                    new RecordedEvidence(new Operations(server.operations()), Mock.of(server, made.logins()));
            Exchanges.read(recording, evidence::look);
            Files.write(
                    made.folder().resolve(Fixtures.EVIDENCE),
                    evidence.list(recording).pretty());
            return evidence.proved.size();
        } catch (IOException e) {
            throw new UsageError(made.folder() + " cannot be written: " + e.getMessage());
        }
    }

    private void look(Exchange exchange) {
        if (!exchange.isSuccess() || !(exchange.responseBody().json() instanceof JsonObject envelope)) {
            return;
        }
        operations.of(exchange).ifPresent(asked -> {
            String id = asked.operation().id();
            if (!proved.containsKey(id) && Shapes.isEnvelope(envelope) && isAlike(asked, envelope)) {
                proved.put(id, exchange.time().atZone(ZoneOffset.UTC).toLocalDate());
            }
        });
    }

    private boolean isAlike(Asked asked, JsonObject envelope) {
        Json data = envelope.get("data");
        if (asked.exchange().method().equals("GET")) {
            Json ours = mock.data(asked.exchange());
            return data != null && ours != null && !Shapes.isEmpty(data) && Shapes.within(data, ours);
        }
        String schema = asked.operation().schema();
        return schema != null
                && schemas.has(schema)
                && data instanceof JsonObject document
                && schemas.validate(schema, Rows.document("", document))
                        .violations()
                        .isEmpty();
    }

    private JsonArray list(Path recording) {
        String source = "recording " + recording.toAbsolutePath().normalize().getFileName();
        List<Json> rows = proved.entrySet().stream()
                .<Json>map(each -> JsonObject.builder()
                        .put("operation", each.getKey())
                        .put("kind", "recorded exchange")
                        .put("source", source + " of " + each.getValue())
                        .put("date", each.getValue().toString())
                        .build())
                .toList();
        JsonArray list = new JsonArray(rows);
        EvidenceList.parse(list.utf8()); // throws for what serve would not take
        return list;
    }
}
