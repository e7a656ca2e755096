package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.drift.Transcript.Turn;
import io.github.kazoomock.contracts.record.Body;
import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.contracts.record.Exchanges;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A recording as one long session: ids that it made, and its logins, are holes that the mock fills with its own.
 *
 * @param transcript how the recorded server answered
 * @param end when the recording ended
 * @param left why an exchange is not asked again, by its name
 */
record Recorded(Session session, Transcript transcript, Instant end, boolean isOtherWorld, Map<String, String> left) {
    /** Where a recording has its fixture. */
    private static final String FIXTURE = "fixture";

    /**
     * Reads it. Without a fixture of its own it is held against another world.
     *
     * @throws UsageError when there is no such recording
     */
    static Recorded read(Path folder, boolean otherWorld, OperationNames names) {
        List<Exchange> exchanges = new ArrayList<>();
        Exchanges.read(folder, exchange -> {
            if (exchange.path().startsWith("/v2/") && !(exchange.requestBody() instanceof Body.LeftOut)) {
                exchanges.add(exchange);
            }
        });
        if (exchanges.isEmpty()) {
            throw new UsageError(folder + " has no request to /v2 in it; record some first");
        }
        Path fixture = folder.resolve(FIXTURE);
        boolean isOther = otherWorld || !Files.isDirectory(fixture);
        JsonObject params = isOther
                ? JsonObject.EMPTY
                : JsonObject.of(FIXTURE, Json.of(fixture.toAbsolutePath().toString()));
        return of(exchanges, isOther, params, names);
    }

    private static Recorded of(List<Exchange> exchanges, boolean isOther, JsonObject params, OperationNames names) {
        RecordedIds ids = RecordedIds.of(exchanges, isOther);
        RecordedTokens tokens = RecordedTokens.of(exchanges, isOther);
        RecordedLogins logins = RecordedLogins.of(exchanges);
        Map<String, String> left = new TreeMap<>();
        List<Step> steps = new ArrayList<>();
        List<Optional<Turn>> turns = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange exchange = exchanges.get(i);
            Request request = tokens.asked(ids.asked(exchange.request(), i));
            Request asked = isOther ? withoutLogin(exchange, request) : logins.asked(exchange, request);
            if (asked == null) {
                left.put("exchange " + (i + 1) + ", " + exchange.path(), "its credentials were taken out");
                continue;
            }
            Map<String, String> keep = new HashMap<>(ids.kept(i));
            steps.add(new Step.Ask(names.of(exchange.method(), exchange.path()), asked, keep));
            turns.add(Optional.of(new Turn(exchange.request(), exchange.response())));
        }
        Given given = new Given("as it was recorded", params.with(tokens.wanted(), "tokens"));
        return new Recorded(
                new Session("recording", Optional.empty(), given, steps),
                new Transcript(Map.of(), turns),
                exchanges.get(exchanges.size() - 1).time(),
                isOther,
                left);
    }

    /** In another world nobody has the people of the recording. */
    private static @Nullable Request withoutLogin(Exchange exchange, Request request) {
        return RecordedLogins.isLogin(exchange) && exchange.response().isSuccess() ? null : request;
    }
}
