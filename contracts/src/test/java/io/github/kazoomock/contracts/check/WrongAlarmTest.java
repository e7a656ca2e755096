package io.github.kazoomock.contracts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A consumer that does what KAZOO documents gets no finding but those that its documentation deserves. */
@Timeout(60)
class WrongAlarmTest {
    /** Findings in the documentation itself, by request, each with the reason. */
    private static final Map<String, String> DESERVED = new TreeMap<>(Map.of(
            "23f8f9929dc9 PUT /v2/user_auth/recovery: body refused: request body /data/ui_url",
            "the documentation has a placeholder there, which is shorter than any address"));

    @TempDir
    private Path folder;

    @Test
    void noDocumentedExchangeGivesAWrongAlarm() throws IOException {
        Assumptions.assumeTrue(
                Observed.hasDocumented(), "skipped: KAZOO's documented exchanges are not beside the project");
        List<Json> interactions = new ArrayList<>();
        for (JsonObject exchange : Observed.documented()) {
            if (!Observed.MADE_UP.containsKey(exchange.textOr("key", ""))) {
                interactions.add(interaction(exchange));
            }
        }
        Path file = folder.resolve("documented.json");
        Files.writeString(
                file, JsonObject.of("interactions", new JsonArray(interactions)).toString());
        List<Case> served = ConsumerCheck.of(Profile.KAZOO_5, true).check(List.of(file)).report().cases().stream()
                .filter(each -> !each.operation().isEmpty())
                .toList();
        assertThat(served).hasSizeGreaterThan(80);
        String wrong = served.stream()
                .flatMap(each -> each.findings().stream().map(finding -> line(each, finding)))
                .filter(line -> DESERVED.keySet().stream().noneMatch(line::contains))
                .collect(Collectors.joining("\n"));
        assertThat(wrong).isEmpty();
    }

    private static String line(Case each, Finding finding) {
        return each.name() + ": " + finding.kind() + ": " + finding.where() + ": " + finding.expected() + ": "
                + finding.actual();
    }

    private static JsonObject interaction(JsonObject exchange) {
        String method = exchange.textOr("method", "GET");
        String path = exchange.textOr("path", "");
        JsonObject response = exchange.object("response");
        boolean isError = response.textOr("status", "success").equals("error");
        String error = response.textOr("error", "400");
        long status =
                isError ? Long.parseLong(error.matches("\\d+") ? error : "400") : method.equals("PUT") ? 201 : 200;
        String[] target = path.replace("`", "").split("\\?", 2);
        JsonObject.Builder request = JsonObject.builder()
                .put("method", method)
                .put("path", Observed.words(path))
                .put("query", target.length == 2 ? target[1] : "");
        if (exchange.get("request") instanceof JsonObject body) {
            request.put("body", body);
        }
        return JsonObject.builder()
                .put("description", exchange.textOr("key", "") + " " + method + " " + path)
                .put("request", request.build())
                .put(
                        "response",
                        JsonObject.builder()
                                .put("status", status)
                                .put("body", response)
                                .put(
                                        "matchingRules",
                                        JsonObject.EMPTY.with(JsonObject.of("match", Json.of("type")), "$.body"))
                                .build())
                .build();
    }
}
