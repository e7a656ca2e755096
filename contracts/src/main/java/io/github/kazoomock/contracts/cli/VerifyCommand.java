package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.contracts.verify.LeastGrade;
import io.github.kazoomock.contracts.verify.MockProvider;
import io.github.kazoomock.contracts.verify.StateNames;
import io.github.kazoomock.contracts.verify.Verification;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.evidence.Evidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: pacts against the mock, or against a live server. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies pacts against the mock, each interaction in a sandbox of its own; or against a server"
                + " (--target), inside an account that is made for it and removed afterwards.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private PactOptions pacts = new PactOptions();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private MockOptions mock = new MockOptions();

    @Option(
            names = "--states",
            paramLabel = "FILE",
            description = "what provider states stand for: {\"name\": {\"fixture\": ...}, ...}")
    private @Nullable Path states;

    @Option(
            names = "--snapshots",
            paramLabel = "DIR",
            description = "where snapshots that states name are, each a folder of its name")
    private @Nullable Path snapshots;

    @Option(
            names = "--min-grade",
            paramLabel = "KIND",
            description = "what relies on less fails: recorded, documented, seed, sheet")
    private @Nullable String minGrade;

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<PactInteraction> interactions = pacts.read();
        if (snapshots != null && !Files.isDirectory(snapshots)) {
            throw new UsageError("--snapshots " + snapshots + " is no folder");
        }
        StateNames names =
                new StateNames(states == null ? JsonObject.EMPTY : StateNames.read(states), Fixtures.names());
        LeastGrade grade = grade();
        if (target.isGiven()) {
            if (minGrade != null) {
                throw new UsageError("--min-grade is told by the mock alone; leave --target or --min-grade out");
            }
            return new LiveRun(target, Objects.requireNonNull(spec).commandLine()).verify(interactions, names, report);
        }
        target.refuseWithout();
        try (KazooServer server = mock.with(builder -> builder.journal(0).start())) {
            Report found = new Verification(new MockProvider(server, snapshots), names, grade)
                    .verify(subject(interactions), interactions);
            return report.write(
                    found, Objects.requireNonNull(spec).commandLine().getOut());
        }
    }

    private LeastGrade grade() {
        try {
            return minGrade == null ? LeastGrade.ANY : new LeastGrade(Evidence.Kind.parse(minGrade));
        } catch (IllegalArgumentException e) {
            throw new UsageError("--min-grade " + minGrade + ": " + e.getMessage());
        }
    }

    private String subject(List<PactInteraction> interactions) {
        String consumers = interactions.stream()
                .map(PactInteraction::consumer)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return interactions.size() + (interactions.size() == 1 ? " interaction of " : " interactions of ") + consumers
                + " against the mock (" + mock.words() + ")";
    }
}
