package io.github.kazoomock.contracts.report;

import io.github.kazoomock.contracts.report.Case.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences that formats share. */
final class Words {
    private Words() {}

    /** {@code 12 passed, 1 failed in 0.41 s}; accepted and skipped only when there are any. */
    static String counts(Report report) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = report.count(verdict);
            if (count > 0 || verdict == Verdict.PASSED || verdict == Verdict.FAILED) {
                parts.add(count + " " + word(verdict));
            }
        }
        return String.join(", ", parts) + " in " + seconds(took(report), 2) + " s";
    }

    static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    static Duration took(Report report) {
        return report.cases().stream().map(Case::took).reduce(Duration.ZERO, Duration::plus);
    }

    static String seconds(Duration took, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", took.toNanos() / 1e9);
    }

    /** The name, with the operation unless the name begins with it. */
    static String title(Case each) {
        return each.operation().isEmpty() || each.name().startsWith(each.operation())
                ? each.name()
                : each.name() + " (" + each.operation() + ")";
    }

    /** {@code missing field: response body /data/name: expected a string, got nothing}. */
    static String line(Finding finding) {
        StringBuilder line = new StringBuilder(finding.kind());
        if (!finding.where().isEmpty()) {
            line.append(": ").append(finding.where());
        }
        String difference = difference(finding);
        if (!difference.isEmpty()) {
            line.append(": ").append(difference);
        }
        return line.toString();
    }

    /** {@code expected a string, got null}; empty when neither is known. */
    static String difference(Finding finding) {
        if (finding.expected().isEmpty()) {
            return finding.actual().isEmpty() ? "" : "got " + finding.actual();
        }
        return "expected " + finding.expected() + (finding.actual().isEmpty() ? "" : ", got " + finding.actual());
    }
}
