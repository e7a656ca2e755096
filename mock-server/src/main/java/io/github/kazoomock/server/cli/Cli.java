package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.SettingException;
import io.github.kazoomock.server.StartException;
import io.github.kazoomock.server.admin.Version;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;

/** The command line: arguments and environment in, texts and an exit code out. */
final class Cli {
    static final int FINE = 0;
    static final int PROBLEMS_FOUND = 1;
    static final int USAGE = 2;
    static final int CANNOT_START = 3;

    /** Of {@code exec}, as shells have it. */
    static final int NO_SUCH_COMMAND = 127;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<KazooServer> whileServing;
    private final Consumer<Process> whenRunning;

    /**
     * A command line.
     *
     * @param whileServing called when a server is ready; it is stopped when this returns
     * @param whenRunning told of the program of {@code exec} as soon as it runs
     */
    Cli(
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            Consumer<KazooServer> whileServing,
            Consumer<Process> whenRunning) {
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.whileServing = whileServing;
        this.whenRunning = whenRunning;
    }

    /** Runs one command; the result is the exit code. */
    int run(String... arguments) {
        KazooServer.Builder builder = KazooServer.builder().environment(environment);
        if (arguments.length == 0) {
            HelpText.all(err);
            return USAGE;
        }
        try {
            return run(Arguments.read(arguments), builder);
        } catch (UsageException | SettingException e) {
            return refuse(e, USAGE);
        } catch (StartException e) {
            return refuse(e, CANNOT_START);
        }
    }

    private int run(Arguments arguments, KazooServer.Builder builder) {
        arguments.settings().forEach(builder::with);
        return switch (arguments.command()) {
            case SERVE -> new Serve(builder, out, whileServing).run();
            case EXEC -> new Exec(arguments, environment, err, whenRunning).run(builder);
            case FIXTURES_CHECK -> FixtureCommands.check(arguments.argument(), builder, out);
            case FIXTURES_LIST -> FixtureCommands.list(out);
            case OPERATIONS -> OperationList.print(builder.operations(), out);
            case REHEARSE -> Rehearsal.run();
            case VERSION -> version();
            case HELP -> help(arguments.argument());
        };
    }

    private int help(String word) {
        if (word.isEmpty()) {
            HelpText.all(out);
        } else {
            HelpText.of(word, out);
        }
        return FINE;
    }

    private int version() {
        out.println("kazoo-mock " + Version.text() + " on Java " + System.getProperty("java.version"));
        return FINE;
    }

    private int refuse(RuntimeException why, int code) {
        err.println("kazoo-mock: " + why.getMessage());
        return code;
    }
}
