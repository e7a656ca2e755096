package io.github.kazoomock.contracts.report;

import io.github.kazoomock.contracts.report.Case.Verdict;
import java.util.stream.Collectors;

/** JUnit's XML as CI servers read it: one suite, one {@code testcase} a case, its class name the operation. */
final class JunitReport {
    private JunitReport() {}

    static String write(Report report) {
        long notRun = report.count(Verdict.SKIPPED) + report.count(Verdict.ACCEPTED);
        String counts = " tests=\"" + report.cases().size() + "\" failures=\"" + report.count(Verdict.FAILED)
                + "\" errors=\"0\" skipped=\"" + notRun + "\" time=\"" + Words.seconds(Words.took(report), 3) + "\"";
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites name=\"").append(attribute(report.title())).append('"');
        xml.append(counts).append(">\n");
        xml.append("  <testsuite name=\"");
        xml.append(attribute(report.title() + ": " + report.subject()));
        xml.append('"').append(counts).append(">\n");
        report.cases().forEach(each -> write(report, each, xml));
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private static void write(Report report, Case each, StringBuilder xml) {
        String group = each.operation().isEmpty() ? report.title() : each.operation();
        xml.append("    <testcase classname=\"").append(attribute(group));
        xml.append("\" name=\"").append(attribute(each.name()));
        xml.append("\" time=\"").append(Words.seconds(each.took(), 3)).append('"');
        switch (each.verdict()) {
            case PASSED -> xml.append("/>\n");
            case FAILED -> failure(each, xml);
            case ACCEPTED -> skipped("accepted: " + each.note(), xml);
            case SKIPPED -> skipped(each.note(), xml);
        }
    }

    private static void failure(Case each, StringBuilder xml) {
        String kinds =
                each.findings().stream().map(Finding::kind).distinct().sorted().collect(Collectors.joining(", "));
        String first = each.findings().isEmpty()
                ? each.note()
                : Words.line(each.findings().get(0));
        int more = each.findings().size() - 1;
        xml.append(">\n      <failure message=\"");
        xml.append(attribute(more > 0 ? first + " (and " + more + " more)" : first));
        xml.append("\" type=\"").append(attribute(kinds)).append("\">");
        String lines = each.findings().stream().map(Words::line).collect(Collectors.joining("\n"));
        boolean both = !each.note().isEmpty() && !lines.isEmpty();
        xml.append(text(each.note() + (both ? "\n" : "") + lines));
        xml.append("</failure>\n    </testcase>\n");
    }

    private static void skipped(String why, StringBuilder xml) {
        xml.append(">\n      <skipped message=\"").append(attribute(why)).append("\"/>\n    </testcase>\n");
    }

    private static String attribute(String text) {
        return text(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }

    private static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(JunitReport::allowed).forEach(clean::appendCodePoint);
        return clean.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    /** XML 1.0 has no way to write most control characters and half pairs, escaped or not. */
    private static int allowed(int character) {
        boolean control = character < 0x20 && character != '\t' && character != '\n' && character != '\r';
        boolean half = character >= 0xD800 && character <= 0xDFFF;
        return control || half || character == 0xFFFE || character == 0xFFFF ? 0xFFFD : character;
    }
}
