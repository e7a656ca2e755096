package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.contracts.target.Left;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run found, for machines and for people.
 *
 * @param subject what was held against what
 * @param other what the profile is called that the rows lead to: {@code kazoo-5.0}
 * @param left what could not be removed from a server
 * @param took the whole run
 */
public record DriftReport(
        String subject,
        String other,
        Outcome outcome,
        List<Cause> causes,
        Acceptances acceptances,
        List<Left> left,
        Duration took) {
    public DriftReport {
        causes = List.copyOf(causes);
        left = List.copyOf(left);
    }

    /** Sorts what was found by its causes. */
    public static DriftReport of(
            String subject, String other, Outcome outcome, Acceptances acceptances, List<Left> left, Duration took) {
        return new DriftReport(subject, other, outcome, Cause.of(outcome, acceptances), acceptances, left, took);
    }

    /** True when there is no difference that nobody accepted, and nothing of ours stays elsewhere. */
    public boolean isFine() {
        return left.isEmpty()
                && causes.stream().allMatch(cause -> cause.accepted().isPresent());
    }

    /** A case for each cause, each operation without any difference and each session that was not played. */
    public Report report() {
        List<Case> cases = new ArrayList<>();
        causes.forEach(cause -> cases.add(of(cause)));
        left.forEach(each -> cases.add(new Case(
                "removed: " + each.what(),
                "",
                Verdict.FAILED,
                "",
                List.of(new Finding("left behind", "server", "remove it with: " + each.how(), each.why())),
                Duration.ZERO)));
        same().forEach(operation -> cases.add(
                new Case(operation + " answers the same", operation, Verdict.PASSED, "", List.of(), Duration.ZERO)));
        outcome.skipped()
                .forEach((session, why) ->
                        cases.add(new Case(session, "", Verdict.SKIPPED, why, List.of(), Duration.ZERO)));
        return new Report("drift", subject, cases);
    }

    private Case of(Cause cause) {
        List<Finding> findings = cause.differences().stream()
                .map(each -> new Finding(each.kind().words(), each.where(), each.ours(), each.theirs()))
                .toList();
        String why = cause.accepted()
                .map(accepted -> "until " + accepted.expires() + ": " + accepted.reason() + "; ")
                .orElse(cause.rows().isEmpty() ? "" : "as " + other + " does; ");
        Set<String> operations = cause.members().stream()
                .map(each -> each.found().operation())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Case(
                cause.title()
                        + cause.accepted()
                                .map(each -> " (accepted in line " + each.line() + ")")
                                .orElse(""),
                operations.size() == 1 ? operations.iterator().next() : "",
                cause.accepted().isPresent() ? Verdict.ACCEPTED : Verdict.FAILED,
                why + cause.places(),
                findings,
                Duration.ZERO);
    }

    /** The operations that were compared and never differed. */
    Set<String> same() {
        Set<String> same = new TreeSet<>();
        outcome.played()
                .forEach(session -> session.steps().forEach(step -> {
                    if (step instanceof Step.Ask ask) {
                        same.add(ask.operation());
                    }
                }));
        outcome.differences().forEach(each -> same.remove(each.found().operation()));
        return same;
    }

    /** What stays elsewhere, and what is wrong with the file of accepted differences. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        left.forEach(each -> warnings.add("still there: " + each.what() + ": " + each.why() + ". " + each.how()));
        acceptances
                .expired()
                .forEach(entry -> warnings.add("line " + entry.line() + " expired on " + entry.expires()
                        + " and accepts nothing: " + entry.words() + " (" + entry.reason() + ")"));
        acceptances
                .unused()
                .forEach(entry ->
                        warnings.add("line " + entry.line() + " matches nothing; remove it: " + entry.words()));
        return warnings;
    }
}
