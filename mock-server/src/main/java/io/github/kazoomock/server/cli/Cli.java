package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Setting;
import io.github.kazoomock.server.SettingException;
import io.github.kazoomock.server.StartException;
import io.github.kazoomock.server.admin.Version;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: arguments and environment in, texts and an exit code out. */
final class Cli {
    static final int FINE = 0;
    static final int PROBLEMS_FOUND = 1;
    static final int USAGE = 2;
    static final int CANNOT_START = 3;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<KazooServer> whileServing;

    /** @param whileServing called when a server is ready; it is stopped when this returns */
    Cli(Map<String, String> environment, PrintStream out, PrintStream err, Consumer<KazooServer> whileServing) {
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.whileServing = whileServing;
    }

    /** Runs one command; the result is the exit code. */
    int run(String... arguments) {
        KazooServer.Builder builder = KazooServer.builder().environment(environment);
        CommandLine commands = Grammar.commands();
        try {
            return run(commands.parseArgs(arguments), commands, builder);
        } catch (ParameterException e) {
            return refuse(Complaint.about(e), USAGE);
        } catch (SettingException e) {
            return refuse(String.valueOf(e.getMessage()), USAGE);
        } catch (StartException e) {
            return refuse(String.valueOf(e.getMessage()), CANNOT_START);
        }
    }

    private int run(ParseResult parsed, CommandLine commands, KazooServer.Builder builder) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (last.isUsageHelpRequested()) {
            last.commandSpec().commandLine().usage(out);
            return FINE;
        }
        if (parsed.isVersionHelpRequested()) {
            return version();
        }
        for (Setting setting : Setting.values()) {
            String value = last.matchedOptionValue(setting.flag(), null);
            if (value != null) {
                builder.with(setting, value);
            }
        }
        return switch (last.commandSpec().qualifiedName()) {
            case "kazoo-mock serve" -> new Serve(builder, out, whileServing).run();
            case "kazoo-mock fixtures list" -> FixtureCommands.list(out);
            case "kazoo-mock fixtures check" -> FixtureCommands.check(last.matchedPositionalValue(0, ""), builder, out);
            case "kazoo-mock operations" -> OperationList.print(builder.operations(), out);
            case "kazoo-mock version" -> version();
            case "kazoo-mock help" -> help(last.matchedPositionalValue(0, ""), commands);
            case "kazoo-mock fixtures" ->
                refuse("fixtures needs one more word: fixtures check DIR or fixtures list", USAGE);
            default -> {
                commands.usage(err);
                yield USAGE;
            }
        };
    }

    private int help(String word, CommandLine commands) {
        CommandLine command =
                word.isEmpty() ? commands : commands.getSubcommands().get(word);
        if (command == null) {
            return refuse(
                    Complaint.unknownCommand(word, commands.getSubcommands().keySet()), USAGE);
        }
        command.usage(out);
        return FINE;
    }

    private int version() {
        out.println("kazoo-mock " + Version.text() + " on Java " + System.getProperty("java.version"));
        return FINE;
    }

    private int refuse(String line, int code) {
        err.println("kazoo-mock: " + line);
        return code;
    }
}
