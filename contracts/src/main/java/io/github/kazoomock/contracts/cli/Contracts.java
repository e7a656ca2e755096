package io.github.kazoomock.contracts.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: arguments in, texts and an exit code out. A command returns its exit code from {@code call}. */
@Command(
        name = "contracts",
        description = "Contracts of the KAZOO API: exported, verified, checked, recorded, held against a real KAZOO.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ExportCommand.class,
            VerifyCommand.class,
            CheckCommand.class,
            RecordCommand.class,
            DriftCommand.class
        })
final class Contracts implements Runnable {
    private final CommandLine line;

    private Contracts(PrintWriter out, PrintWriter err) {
        this.line = new CommandLine(this)
                .setOut(out)
                .setErr(err)
                .setCommandName("kazoo-mock contracts")
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Contracts::misused)
                .setExecutionExceptionHandler(Contracts::failed);
    }

    /** Runs one command; the result is the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return line(out, err).execute(arguments);
    }

    /** The command line, not yet run. */
    static CommandLine line(PrintWriter out, PrintWriter err) {
        return new Contracts(out, err).line;
    }

    @Override
    public void run() {
        throw new ParameterException(line, "say which command");
    }

    private static int misused(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("kazoo-mock contracts: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception wrong, CommandLine command, CommandLine.ParseResult parsed) {
        int code = ExitCode.of(wrong);
        if (code == ExitCode.OURS) {
            wrong.printStackTrace(command.getErr());
        } else {
            command.getErr().println("kazoo-mock contracts: " + wrong.getMessage());
        }
        return code;
    }
}
