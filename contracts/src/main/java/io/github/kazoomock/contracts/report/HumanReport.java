package io.github.kazoomock.contracts.report;

import io.github.kazoomock.contracts.report.Case.Verdict;

/** A report for a terminal. What passed is only counted. */
final class HumanReport {
    private HumanReport() {}

    static String write(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(report.title()).append(": ").append(report.subject()).append('\n');
        write(report, Verdict.FAILED, text);
        write(report, Verdict.ACCEPTED, text);
        write(report, Verdict.SKIPPED, text);
        return text.append('\n').append(Words.counts(report)).append('\n').toString();
    }

    private static void write(Report report, Verdict verdict, StringBuilder text) {
        for (Case each : report.cases()) {
            if (each.verdict() != verdict) {
                continue;
            }
            text.append('\n').append(verdict).append("  ").append(Words.title(each));
            if (!each.note().isEmpty()) {
                text.append(": ").append(each.note());
            }
            text.append('\n');
            for (Finding finding : each.findings()) {
                text.append("  ").append(Words.line(finding)).append('\n');
            }
        }
    }
}
