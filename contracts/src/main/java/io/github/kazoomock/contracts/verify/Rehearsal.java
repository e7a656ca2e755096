package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.contracts.target.BaseUrl;
import io.github.kazoomock.contracts.target.Credentials;
import io.github.kazoomock.contracts.target.Effect;
import io.github.kazoomock.contracts.target.LiveServer;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what a live server does wrong from what a fresh account cannot have: calls that were made, the plans and media of
 * a fixture. Where the mock itself, in a scratch account of its own, lacks everything that was found missing, a contract
 * cannot be held against anybody there.
 */
public final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StateNames names;

    public Rehearsal(StateNames names) {
        this.names = names;
    }

    /**
     * The same, where such cases are skipped with what they lack.
     *
     * @param live one case an interaction, in the same order, as far as the run got; perhaps more after them
     * @param asSuperduper whether the credentials of the run were the superduper admin's
     */
    public Report excused(Report live, List<PactInteraction> interactions, boolean asSuperduper) {
        List<Integer> failed = new ArrayList<>();
        for (int i = 0; i < Math.min(interactions.size(), live.cases().size()); i++) {
            if (live.cases().get(i).verdict() == Verdict.FAILED) {
                failed.add(i);
            }
        }
        if (failed.isEmpty()) {
            return live;
        }
        Report rehearsed = rehearse(failed.stream().map(interactions::get).toList(), asSuperduper);
        List<Case> cases = new ArrayList<>(live.cases());
        for (int i = 0; i < Math.min(failed.size(), rehearsed.cases().size()); i++) {
            int at = failed.get(i);
            cases.set(at, excused(cases.get(at), rehearsed.cases().get(i)));
        }
        return new Report(live.title(), live.subject(), cases);
    }

    private Report rehearse(List<PactInteraction> interactions, boolean asSuperduper) {
        try (KazooServer mock = KazooServer.builder().port(0).journal(0).start()) {
            String role = asSuperduper ? "superduper_admin" : "reseller";
            Login login = mock.logins().stream()
                    .filter(each -> each.role().equals(role))
                    .findFirst()
                    .orElseThrow();
            LiveServer server = LiveServer.of(
                    BaseUrl.of(mock.apiRoot()),
                    new Credentials.Password(login.username(), login.password(), login.accountName()),
                    new LiveServer.Manners(false, false, EnumSet.allOf(Effect.class), 0, PATIENCE),
                    line -> {});
            return new LiveVerification(server, names, mock.operations(), true, line -> {})
                    .verify("rehearsal", interactions)
                    .report();
        }
    }

    private static Case excused(Case live, Case mock) {
        Set<String> lacking = mock.findings().stream().map(Rehearsal::place).collect(Collectors.toSet());
        boolean isAllOfIt = mock.verdict() == Verdict.FAILED
                && live.findings().stream().map(Rehearsal::place).allMatch(lacking::contains);
        if (!isAllOfIt) {
            return live;
        }
        Finding first = live.findings().get(0);
        String note =
                "a fresh account has not what the contract was made with (" + first.kind() + ": " + first.where() + ")";
        return new Case(live.name(), live.operation(), Verdict.SKIPPED, note, List.of(), live.took());
    }

    /** What is wrong and where, whichever element of a list it is. */
    private static String place(Finding finding) {
        return finding.kind() + " " + finding.where().replaceAll("/[0-9]+(?=/|$)", "/*");
    }
}
