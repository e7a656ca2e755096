package io.github.kazoomock.contracts.report;

import java.time.Duration;
import java.util.List;

/**
 * What became of one interaction, exchange or operation.
 *
 * @param name unique in its report
 * @param operation id, empty when unknown
 * @param note why it was skipped or accepted; else empty
 */
public record Case(String name, String operation, Verdict verdict, String note, List<Finding> findings, Duration took) {

    /** How it ended. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** Different, and somebody said with a reason that this is fine for now. */
        ACCEPTED,
        SKIPPED
    }

    public Case {
        findings = List.copyOf(findings);
    }
}
