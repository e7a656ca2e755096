package io.github.kazoomock.contracts.report;

import java.util.List;

/**
 * Everything that one run found.
 *
 * @param title of the run: {@code verify}
 * @param subject what was held against what, in words
 */
public record Report(String title, String subject, List<Case> cases) {
    public Report {
        cases = List.copyOf(cases);
    }

    public long count(Case.Verdict verdict) {
        return cases.stream().filter(each -> each.verdict() == verdict).count();
    }

    public boolean isFine() {
        return count(Case.Verdict.FAILED) == 0;
    }
}
