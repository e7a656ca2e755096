package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.check.Checked;
import io.github.kazoomock.contracts.check.ConsumerCheck;
import io.github.kazoomock.server.sandbox.Profile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code check}. */
@Command(
        name = "check",
        description =
                "Hold consumer pacts and HAR files against the operation table and the schemas; nothing is started.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Pacts of specification 2 to 4, HAR files, or folders of them.")
    private List<Path> files = List.of();

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "kazoo-5 or kazoo-5.0: which KAZOO counts (default: kazoo-5).")
    private String profile = Profile.KAZOO_5.name();

    @Option(
            names = "--legacy",
            paramLabel = "on|off",
            description = "Whether older paths count, which only the seed documents have (default: on).")
    private String legacy = "on";

    @Mixin
    private ReportOptions reporting = new ReportOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Profile wanted = Profile.named(profile)
                .orElseThrow(() -> new UsageError(
                        "--profile " + profile + " is not known; use " + String.join(" or ", Profile.names())));
        if (!legacy.equals("on") && !legacy.equals("off")) {
            throw new UsageError("--legacy " + legacy + " is not known; use on or off");
        }
        Checked checked = ConsumerCheck.of(wanted, legacy.equals("on")).check(files);
        PrintWriter out = spec.commandLine().getOut();
        int code = reporting.write(checked.report(), out);
        if (reporting.isForPeople() && !checked.used().lines().isEmpty()) {
            out.println();
            out.println("Operations used, those that we are least sure of first:");
            checked.used().lines().forEach(line -> out.println("  " + line));
            out.flush();
        }
        return code;
    }
}
