package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Setting;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The command {@code exec}: a mock for as long as another program runs.
 *
 * <p>Standard output is the program's alone.
 */
final class Exec {
    private final Arguments arguments;
    private final Map<String, String> environment;
    private final PrintStream err;
    private final Consumer<Process> whenRunning;

    /** @param whenRunning told of the program as soon as it runs */
    Exec(Arguments arguments, Map<String, String> environment, PrintStream err, Consumer<Process> whenRunning) {
        this.arguments = arguments;
        this.environment = environment;
        this.err = err;
        this.whenRunning = whenRunning;
    }

    /** The result is the program's exit code; 128 and the signal's number when one ended it. */
    int run(KazooServer.Builder builder) {
        if (setting(Setting.PORT).isEmpty()) {
            builder.port(0);
        }
        Console console = builder.log().equals("json") ? new JsonConsole(err) : new HumanConsole(err);
        Unserved unserved = new Unserved();
        builder.log(unserved::add);
        try (KazooServer server = builder.start()) {
            Process program;
            try {
                program = start(server);
            } catch (IOException e) {
                err.println("kazoo-mock: " + complaint(e));
                return Cli.NO_SUCH_COMMAND;
            }
            int code = await(program);
            console.stopping(unserved);
            return code;
        }
    }

    private Process start(KazooServer server) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(arguments.program()).inheritIO();
        Map<String, String> variables =
                CommandEnvironment.of(environment, server.ready(), setting(Setting.ADMIN_TOKEN));
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process program = builder.start();
        whenRunning.accept(program);
        return program;
    }

    private static int await(Process program) {
        while (true) {
            try {
                return program.waitFor();
            } catch (InterruptedException e) {
                program.destroy();
            }
        }
    }

    private String complaint(IOException why) {
        List<String> words = arguments.program();
        String name = words.get(0);
        String hint = words.size() == 1 && name.contains(" ")
                ? "for a line of a shell use -- sh -c '" + name + "'"
                : "is it there, executable, and on the PATH?";
        Throwable cause = why.getCause() == null ? why : why.getCause();
        return "cannot run '" + name + "' (" + cause.getMessage() + "); " + hint;
    }

    /** As set by flag or variable; empty when neither. */
    private String setting(Setting setting) {
        return arguments.settings().getOrDefault(setting, environment.getOrDefault(setting.variable(), ""));
    }
}
