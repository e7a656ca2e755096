package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.contracts.target.LiveServer;
import io.github.kazoomock.contracts.verify.LiveVerification;
import io.github.kazoomock.contracts.verify.Rehearsal;
import io.github.kazoomock.contracts.verify.StateNames;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Verification against a live server, from the options to the exit code. */
final class LiveRun {
    private final TargetOptions options;
    private final PrintWriter out;
    private final PrintWriter err;

    LiveRun(TargetOptions options, CommandLine line) {
        this.options = options;
        this.out = line.getOut();
        this.err = line.getErr();
    }

    /**
     * Runs it and reports.
     *
     * @throws Unreachable when the server does not answer, after the report of what was seen until then
     */
    int verify(List<PactInteraction> interactions, StateNames names, ReportOptions report) {
        LiveServer server = options.server(System.getenv(), out::println);
        OperationTable table = KazooServer.builder().operations();
        // a report on standard output is to be read by machines: what goes on is told beside it
        LiveVerification verification = new LiveVerification(
                server, names, table, options.isKeepGoing(), options.isDryRun() ? out::println : this::tell);
        LiveVerification.Result result = verification.verify(subject(interactions, server), interactions);
        if (server.isDryRun()) {
            out.println(summary(result));
            out.flush();
            return ExitCode.FINE;
        }
        Report found = server.isReadOnly() || result.unreachable().isPresent()
                ? result.report()
                : new Rehearsal(names)
                        .excused(
                                result.report(),
                                interactions,
                                server.session().caller().isSuperduper());
        int code = report.write(found, out);
        if (result.unreachable().isPresent()) {
            throw new Unreachable(result.unreachable().get());
        }
        return code;
    }

    private void tell(String line) {
        err.println(line);
        err.flush();
    }

    private static String summary(LiveVerification.Result result) {
        long skipped = result.report().cases().stream()
                .map(Case::verdict)
                .filter(Verdict.SKIPPED::equals)
                .count();
        return "Nothing was sent. " + (result.report().cases().size() - skipped) + " interactions would be tried, "
                + skipped + " not.";
    }

    private static String subject(List<PactInteraction> interactions, LiveServer server) {
        String consumers = interactions.stream()
                .map(PactInteraction::consumer)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return interactions.size() + (interactions.size() == 1 ? " interaction of " : " interactions of ") + consumers
                + " against " + server.base().root();
    }
}
