package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.KazooServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs commands in this JVM. */
final class CommandLine {
    /** What a command left behind. */
    record Result(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private CommandLine() {}

    static Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    static Result run(Map<String, String> environment, String... arguments) {
        return serving(environment, server -> {}, arguments);
    }

    /** @param meanwhile called while the mock serves; it stops afterwards */
    static Result serving(Map<String, String> environment, Consumer<KazooServer> meanwhile, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Cli(environment, stream(out), stream(err), meanwhile, program -> {}).run(arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
