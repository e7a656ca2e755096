package io.github.kazoomock.contracts.report;

import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** A report for machines. Times are in milliseconds. */
final class JsonReport {
    private JsonReport() {}

    static String write(Report report) {
        JsonObject.Builder counts = JsonObject.builder();
        for (Verdict verdict : Verdict.values()) {
            counts.put(Words.word(verdict), report.count(verdict));
        }
        JsonObject all = JsonObject.builder()
                .put("title", report.title())
                .put("subject", report.subject())
                .put("fine", report.isFine())
                .put("counts", counts.build())
                .put("took_ms", Words.took(report).toMillis())
                .put(
                        "cases",
                        new JsonArray(
                                report.cases().stream().map(JsonReport::json).toList()))
                .build();
        return new String(all.pretty(), StandardCharsets.UTF_8).stripTrailing() + "\n";
    }

    private static Json json(Case each) {
        return JsonObject.builder()
                .put("name", each.name())
                .put("operation", each.operation())
                .put("verdict", Words.word(each.verdict()))
                .put("note", each.note())
                .put("took_ms", each.took().toMillis())
                .put(
                        "findings",
                        new JsonArray(
                                each.findings().stream().map(JsonReport::json).toList()))
                .build();
    }

    private static Json json(Finding finding) {
        return JsonObject.builder()
                .put("kind", finding.kind())
                .put("where", finding.where())
                .put("expected", finding.expected())
                .put("actual", finding.actual())
                .build();
    }
}
