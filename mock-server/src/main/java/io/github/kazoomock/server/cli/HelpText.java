package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.Setting;
import io.github.kazoomock.server.crossbar.NearestWord;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What can be typed, explained. */
final class HelpText {
    private HelpText() {}

    /** All commands. */
    static void all(PrintStream out) {
        out.println("kazoo-mock: a mock of the KAZOO Crossbar API that remembers what it is told");
        out.println();
        commands(Arrays.asList(Command.values()), out);
        out.println();
        out.println("Begin with: kazoo-mock serve");
        out.println("Its flags:  kazoo-mock help serve");
    }

    /** The commands that begin with a word, with their flags. */
    static void of(String word, PrintStream out) {
        List<Command> commands = Arrays.stream(Command.values())
                .filter(command -> command.words().split(" ", 2)[0].equals(word))
                .toList();
        if (commands.isEmpty()) {
            List<String> known = Command.wordsAfter("");
            throw new UsageException("unknown command '" + word + "'; "
                    + NearestWord.suggestion(word, known, "use one of " + String.join(", ", known)));
        }
        commands(commands, out);
        for (Command command : commands) {
            if (!command.flags().isEmpty()) {
                out.println();
                flags(command, out);
                out.println();
                out.println("A flag wins over its environment variable.");
            }
        }
        if (commands.contains(Command.EXEC)) {
            exec(out);
        }
    }

    private static void exec(PrintStream out) {
        out.println();
        out.println("The command finds in its environment, and none of the variables above:");
        out.println();
        CommandEnvironment.help().forEach(out::println);
        out.println();
        out.println("Requests that no operation served are listed on standard error at the end. Exit codes: the");
        out.println("command's own; 128 and the number of the signal that ended it; " + Cli.NO_SUCH_COMMAND
                + " when it cannot be run;");
        out.println(Cli.USAGE + " when arguments are wrong; " + Cli.CANNOT_START + " when the mock cannot start.");
    }

    private static void commands(List<Command> commands, PrintStream out) {
        Columns table = new Columns();
        commands.forEach(command -> table.row("  kazoo-mock " + command.synopsis(), command.description()));
        table.lines().forEach(out::println);
    }

    private static void flags(Command command, PrintStream out) {
        Columns table = new Columns();
        for (Setting setting : command.flags()) {
            List<String> more = new ArrayList<>();
            if (!command.fallback(setting).isEmpty()) {
                more.add("default " + command.fallback(setting));
            }
            more.add(setting.variable());
            table.row("  " + setting.flag() + " " + setting.placeholder(), setting.description());
            table.row("", "(" + String.join(", ", more) + ")");
        }
        table.lines().forEach(out::println);
    }
}
