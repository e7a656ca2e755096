package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.journal.Journal;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is served, how well each operation is founded, and how often a sandbox was asked for it. */
record CoverageRoutes(OperationTable table) {

    List<Route> routes() {
        return List.of(Route.sandbox("GET", "coverage", call -> Route.json(show(call.sandbox()))));
    }

    private JsonObject show(Sandbox sandbox) {
        Map<String, Long> asked = asked(sandbox.journal());
        List<Json> operations = table.operations().stream()
                .<Json>map(operation -> show(operation, sandbox, asked))
                .toList();
        return JsonObject.builder()
                .put("min_grade", sandbox.minGrade().word())
                .put("grades", grades())
                .put("operations", new JsonArray(operations))
                .build();
    }

    /** How many operations have each grade, the best first. */
    private JsonObject grades() {
        JsonObject.Builder counts = JsonObject.builder();
        for (Evidence.Kind kind : Evidence.Kind.values()) {
            counts.put(
                    kind.words(),
                    table.operations().stream()
                            .filter(operation -> operation.grade().kind() == kind)
                            .count());
        }
        return counts.build();
    }

    private static @Nullable Map<String, Long> asked(@Nullable Journal journal) {
        return journal == null
                ? null
                : journal.entries().stream()
                        .collect(Collectors.groupingBy(kept -> kept.entry().operation(), Collectors.counting()));
    }

    private static JsonObject show(Operation operation, Sandbox sandbox, @Nullable Map<String, Long> asked) {
        List<Json> evidence =
                operation.evidence().stream().<Json>map(CoverageRoutes::show).toList();
        JsonObject.Builder shown = JsonObject.builder()
                .put("id", operation.id())
                .put("method", operation.verb().name())
                .put("paths", Json.texts(operation.templates()))
                .put("grade", operation.grade().words())
                .put("date", operation.grade().date().toString())
                .put("evidence", new JsonArray(evidence))
                .put("served", operation.isServed(sandbox) && !operation.grade().isBelow(sandbox.minGrade()));
        if (asked != null) {
            shown.put("asked", asked.getOrDefault(operation.id(), 0L));
        }
        return shown.build();
    }

    private static JsonObject show(Evidence evidence) {
        return JsonObject.builder()
                .put("kind", evidence.kind().words())
                .put("source", evidence.source())
                .put("date", evidence.date().toString())
                .build();
    }
}
