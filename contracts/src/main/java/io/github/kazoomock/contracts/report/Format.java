package io.github.kazoomock.contracts.report;

import java.util.function.Function;

/** How a report is written. */
public enum Format {
    /** For a terminal: failures first, then what was accepted or skipped, then one line of counts. */
    HUMAN(HumanReport::write),
    JSON(JsonReport::write),
    /** What CI servers read as JUnit's XML: one {@code testcase} a case; accepted differences are skipped with their reason. */
    JUNIT(JunitReport::write),
    /** For a pull request: read in a minute. */
    MARKDOWN(MarkdownReport::write);

    private final Function<Report, String> writer;

    Format(Function<Report, String> writer) {
        this.writer = writer;
    }

    /** The whole text, ending in a line break; same report, same text. */
    public String write(Report report) {
        return writer.apply(report);
    }
}
