package io.github.kazoomock.contracts.report;

import io.github.kazoomock.contracts.report.Case.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report for a pull request: counts, then a table of failures by operation, short enough to be read in a minute. */
final class MarkdownReport {
    /** Rows of a table; nobody reads more in a minute, and the other formats have them all. */
    private static final int ROWS = 100;

    /** Characters of a value in a cell. */
    private static final int CELL = 120;

    private MarkdownReport() {}

    static String write(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(report.title()).append(report.isFine() ? ": passed" : ": failed");
        text.append("\n\n").append(plain(report.subject())).append("\n\n");
        text.append("| passed | failed | accepted | skipped |\n|---:|---:|---:|---:|\n|");
        for (Verdict verdict : Verdict.values()) {
            text.append(' ').append(report.count(verdict)).append(" |");
        }
        text.append('\n');
        table(report, Verdict.FAILED, "Failures", text);
        table(report, Verdict.ACCEPTED, "Accepted for now", text);
        skipped(report, text);
        return text.toString();
    }

    private static void table(Report report, Verdict verdict, String heading, StringBuilder text) {
        Map<String, List<Case>> groups = report.cases().stream()
                .filter(each -> each.verdict() == verdict)
                .collect(Collectors.groupingBy(Case::operation, TreeMap::new, Collectors.toList()));
        if (groups.isEmpty()) {
            return;
        }
        text.append("\n## ").append(heading).append("\n\n");
        text.append("| operation | case | what | where | expected | actual |\n|---|---|---|---|---|---|\n");
        Table rows = new Table(text);
        groups.forEach((operation, cases) -> cases.forEach(each -> rows.add(operation, each)));
        if (rows.left > 0) {
            text.append("\nand ").append(rows.left).append(" more rows, which the other formats have.\n");
        }
    }

    private static void skipped(Report report, StringBuilder text) {
        Map<String, Long> reasons = report.cases().stream()
                .filter(each -> each.verdict() == Verdict.SKIPPED)
                .collect(Collectors.groupingBy(Case::note, TreeMap::new, Collectors.counting()));
        if (reasons.isEmpty()) {
            return;
        }
        text.append("\n## Skipped\n\n");
        reasons.forEach((why, count) ->
                text.append("- ").append(count).append(": ").append(plain(why)).append('\n'));
    }

    /** Rows until there are enough; operation and case stand in their first row only. */
    private static final class Table {
        private final StringBuilder text;
        private String lastOperation = "\n";
        private int rows;
        private int left;

        private Table(StringBuilder text) {
            this.text = text;
        }

        private void add(String operation, Case each) {
            String name = each.name();
            if (!each.note().isEmpty() || each.findings().isEmpty()) {
                row(operation, name, new Finding(each.note(), "", "", ""));
                name = "";
            }
            for (Finding finding : each.findings()) {
                row(operation, name, finding);
                name = "";
            }
        }

        private void row(String operation, String name, Finding finding) {
            if (rows == ROWS) {
                left++;
                return;
            }
            rows++;
            text.append("| ").append(operation.equals(lastOperation) ? "" : code(operation));
            lastOperation = operation;
            text.append(" | ").append(plain(name)).append(" | ").append(plain(finding.kind()));
            text.append(" | ").append(code(finding.where())).append(" | ").append(code(finding.expected()));
            text.append(" | ").append(code(finding.actual())).append(" |\n");
        }
    }

    /** As code, so that nothing in it is read as Markdown. */
    private static String code(String value) {
        if (value.isEmpty()) {
            return "";
        }
        String line = line(value).replace("|", "\\|");
        return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
    }

    private static String plain(String value) {
        return line(value)
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`");
    }

    private static String line(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        return line.length() <= CELL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, CELL) - 1)) + "…";
    }
}
