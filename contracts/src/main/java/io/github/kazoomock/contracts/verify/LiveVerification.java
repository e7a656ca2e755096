package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Kind;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.contracts.target.Caller;
import io.github.kazoomock.contracts.target.Establishing;
import io.github.kazoomock.contracts.target.FoundStates;
import io.github.kazoomock.contracts.target.Left;
import io.github.kazoomock.contracts.target.LiveServer;
import io.github.kazoomock.contracts.target.LiveStates;
import io.github.kazoomock.contracts.target.ScratchAccounts;
import io.github.kazoomock.contracts.target.Secrets;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Interactions held against a live server, inside a scratch account that is removed whatever happens, or by reading
 * alone. Nothing that was not created here is written to, and no secret is in the report.
 *
 * <p>What a server itself writes down about its customers' customers cannot be taken back: the quantities of services of
 * the accounts above go up and down again, and their history says so.
 */
public final class LiveVerification {
    private final LiveServer server;
    private final StateNames names;
    private final OperationTable table;
    private final boolean keepGoing;
    private final Consumer<String> say;

    /**
     * What a run came to.
     *
     * @param unreachable why the run was given up; empty when it went to its end
     */
    public record Result(Report report, Optional<String> unreachable) {}

    /**
     * A run.
     *
     * @param table tells which documents can be created
     * @param keepGoing true when one answer that does not come does not end it
     * @param say is told what is created, and in a dry run what begins; for the terminal
     */
    public LiveVerification(
            LiveServer server, StateNames names, OperationTable table, boolean keepGoing, Consumer<String> say) {
        this.server = server;
        this.names = names;
        this.table = table;
        this.keepGoing = keepGoing;
        this.say = text -> say.accept(server.secrets().scrub(text));
    }

    /**
     * One case an interaction, and more where the server went away or something stays on it.
     *
     * @throws Unreachable when nobody answers from the start, or the credentials are not taken; nothing was created then
     */
    public Result verify(String subject, List<PactInteraction> interactions) {
        Caller caller = server.session().caller();
        Result result = server.isReadOnly()
                ? verify(subject, interactions, new FoundStates(server.session(), caller))
                : verifyInScratch(subject, interactions, caller);
        return new Result(scrubbed(result.report()), result.unreachable().map(server.secrets()::scrub));
    }

    private Result verifyInScratch(String subject, List<PactInteraction> interactions, Caller caller) {
        Result result;
        Consumer<String> made = server.isDryRun() ? text -> {} : say;
        ScratchAccounts accounts = new ScratchAccounts(
                server.target(), server.session(), caller, server.base().root(), Clock.systemUTC(), made);
        try (accounts) {
            accounts.open();
            LiveStates states = new LiveStates(
                    server.target(),
                    accounts,
                    noun -> table.operation(noun + ".create").isPresent());
            result = verify(subject, interactions, states);
        } catch (Unreachable e) {
            result = new Result(new Report("verify", subject, List.of()), Optional.of(String.valueOf(e.getMessage())));
        }
        List<Case> cases = new ArrayList<>(result.report().cases());
        accounts.left().forEach(each -> cases.add(leftover(each)));
        return new Result(new Report(result.report().title(), subject, cases), result.unreachable());
    }

    private Result verify(String subject, List<PactInteraction> interactions, Establishing states) {
        Consumer<String> begins = server.isDryRun() ? say : text -> {};
        LiveProvider provider = new LiveProvider(server.target(), states, keepGoing, begins);
        Report report = new Verification(provider, names).verify(subject, interactions);
        Optional<String> missing = provider.unreachable();
        List<Case> cases = new ArrayList<>(report.cases());
        missing.ifPresent(why -> cases.add(failed("the server answers", "", Kind.NO_ANSWER, "", why)));
        return new Result(new Report(report.title(), subject, cases), provider.isEnded() ? missing : Optional.empty());
    }

    private static Case leftover(Left left) {
        return failed(
                "removed: " + left.what(),
                "accounts.delete",
                Kind.LEFT_BEHIND,
                "remove it with: " + left.how(),
                left.why());
    }

    private static Case failed(String name, String operation, String kind, String expected, String actual) {
        Finding finding = new Finding(kind, "server", expected, actual);
        return new Case(name, operation, Verdict.FAILED, "", List.of(finding), Duration.ZERO);
    }

    private Report scrubbed(Report report) {
        Secrets secrets = server.secrets();
        return new Report(
                report.title(),
                secrets.scrub(report.subject()),
                report.cases().stream()
                        .map(each -> new Case(
                                each.name(),
                                each.operation(),
                                each.verdict(),
                                secrets.scrub(each.note()),
                                each.findings().stream()
                                        .map(finding -> new Finding(
                                                finding.kind(),
                                                secrets.scrub(finding.where()),
                                                secrets.scrub(finding.expected()),
                                                secrets.scrub(finding.actual())))
                                        .toList(),
                                each.took()))
                        .toList());
    }
}
