package io.github.kazoomock.contracts.report;

/** How a report is written. */
public enum Format {
    /** For a terminal: failures first, then what was accepted or skipped, then one line of counts. */
    HUMAN,
    JSON,
    /** What CI servers read as JUnit's XML: one {@code testcase} a case; accepted differences are skipped with their reason. */
    JUNIT,
    /** For a pull request: read in a minute. */
    MARKDOWN;

    /** The whole text, ending in a line break; same report, same text. */
    public String write(Report report) {
        return switch (this) {
            case HUMAN -> HumanReport.write(report);
            case JSON -> JsonReport.write(report);
            case JUNIT -> JunitReport.write(report);
            case MARKDOWN -> MarkdownReport.write(report);
        };
    }
}
