package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.drift.Acceptances;
import io.github.kazoomock.contracts.drift.DriftReport;
import io.github.kazoomock.contracts.drift.DriftRun;
import io.github.kazoomock.contracts.drift.DriftText;
import io.github.kazoomock.contracts.drift.Sessions;
import io.github.kazoomock.contracts.drift.Skeleton;
import io.github.kazoomock.contracts.report.Format;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.export.Scope;
import io.github.kazoomock.server.sandbox.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drift}: where a KAZOO, a recording of one, or another mock answers differently than the mock. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = "Tells where a KAZOO answers differently than the mock, and which rows of the decision sheet"
                + " explain it. Exit 1 when something differs that nobody accepted.")
final class DriftCommand implements Callable<Integer> {
    @Option(
            names = "--recording",
            paramLabel = "DIR",
            description = "A recording made by 'contracts record': its requests are asked of the mock.")
    private @Nullable Path recording;

    @Option(
            names = "--against",
            paramLabel = "PROFILE",
            description = "Another profile of the mock, in this process: kazoo-5.0.")
    private @Nullable String against;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private MockOptions mock = new MockOptions();

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            split = ",",
            description = "contract: the interactions that are exported; probes: sessions that show rows of the"
                    + " decision sheet (default: both).")
    private Set<Sessions.Part> only = Set.of(Sessions.Part.values());

    @Option(names = "--noun", paramLabel = "NOUN", split = ",", description = "Of the contract only these nouns.")
    private Set<String> nouns = Set.of();

    @Option(names = "--operation", paramLabel = "ID", split = ",", description = "Of the contract only these.")
    private Set<String> operations = Set.of();

    @Option(
            names = "--accepted",
            paramLabel = "FILE",
            description = "JSON list of {\"difference\" or \"row\", \"operation\"?, \"reason\", \"expires\"}: what may"
                    + " differ until then.")
    private @Nullable Path accepted;

    @Option(
            names = "--accept",
            paramLabel = "FILE",
            description = "Writes such a file of what differs now; give each entry its reason.")
    private @Nullable Path accept;

    @Mixin
    private ReportOptions output = new ReportOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Acceptances acceptances = accepted == null ? Acceptances.none() : Acceptances.read(accepted, today);
        try (KazooServer server = mock.with(builder -> builder.journal(0).start())) {
            if (target.isDryRun() && target.isGiven()) {
                run(server, acceptances).rehearse(target.server(System.getenv(), out::println), sessions());
                out.println("Nothing was sent, and nothing compared.");
                return ExitCode.FINE;
            }
            DriftReport report = found(server, acceptances);
            if (accept != null) {
                write(accept, Skeleton.of(report, today));
            }
            return output.write(report.report(), format -> text(format, report), out);
        }
    }

    private DriftReport found(KazooServer server, Acceptances acceptances) {
        if ((recording == null ? 0 : 1) + (against == null ? 0 : 1) + (target.isGiven() ? 1 : 0) != 1) {
            throw new UsageError("say what to hold the mock against: one of --target URL, --recording DIR and"
                    + " --against PROFILE");
        }
        DriftRun run = run(server, acceptances);
        if (!target.isGiven()) {
            target.refuseWithout();
        }
        if (recording != null) {
            return run.recording(recording, mock.fixture != null);
        }
        if (against != null) {
            if (Profile.named(against).isEmpty()) {
                throw new UsageError("--against '" + against + "': use " + String.join(" or ", Profile.names()));
            }
            return run.mock(server.apiRoot(), against, sessions());
        }
        boolean isMock = !target.hasCredentials(System.getenv()) && DriftRun.isMock(target.url());
        return isMock
                ? run.mock(target.url(), null, sessions())
                : run.live(target.server(System.getenv(), this::tell), sessions());
    }

    private DriftRun run(KazooServer server, Acceptances acceptances) {
        Profile ours = Profile.named(mock.profile == null ? Profile.KAZOO_5.name() : mock.profile)
                .orElseThrow();
        return new DriftRun(server, ours, acceptances, this::tell);
    }

    private Sessions sessions() {
        return new Sessions(only, new Scope(nouns, operations), mock.with(KazooServer.Builder::exporter));
    }

    /** Beside the report, which may be for machines. */
    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private static @Nullable String text(Format format, DriftReport report) {
        return switch (format) {
            case HUMAN -> DriftText.human(report);
            case MARKDOWN -> DriftText.markdown(report);
            default -> null;
        };
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UsageError("--accept " + file + " cannot be written; use a file in a folder that is there");
        }
    }
}
