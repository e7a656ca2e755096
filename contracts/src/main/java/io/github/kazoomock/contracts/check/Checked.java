package io.github.kazoomock.contracts.check;

import io.github.kazoomock.contracts.report.Report;

/**
 * What came of a check.
 *
 * @param used the operations on which the consumer relies
 */
public record Checked(Report report, Usage used) {}
