package io.github.kazoomock.server.cli;

import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.server.KazooServer;
import java.io.PrintStream;
import java.util.List;

/** The commands {@code fixtures check} and {@code fixtures list}. */
final class FixtureCommands {
    private FixtureCommands() {}

    static int check(String folder, KazooServer.Builder builder, PrintStream out) {
        List<String> problems = builder.fixture(folder).fixtureProblems();
        problems.forEach(out::println);
        if (problems.isEmpty()) {
            out.println(folder + ": no problems");
        }
        return problems.isEmpty() ? Cli.FINE : Cli.PROBLEMS_FOUND;
    }

    static int list(PrintStream out) {
        Columns table = new Columns("name", "description");
        Fixtures.descriptions().forEach((name, description) -> table.row(name, description));
        table.lines().forEach(out::println);
        return Cli.FINE;
    }
}
