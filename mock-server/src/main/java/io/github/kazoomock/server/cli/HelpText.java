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
        List<Setting> flags =
                commands.stream().flatMap(command -> command.flags().stream()).toList();
        if (!flags.isEmpty()) {
            out.println();
            flags(flags, out);
            out.println();
            out.println("A flag wins over its environment variable.");
        }
    }

    private static void commands(List<Command> commands, PrintStream out) {
        Columns table = new Columns();
        commands.forEach(command -> table.row("  kazoo-mock " + command.synopsis(), command.description()));
        table.lines().forEach(out::println);
    }

    private static void flags(List<Setting> flags, PrintStream out) {
        Columns table = new Columns();
        for (Setting setting : flags) {
            List<String> more = new ArrayList<>();
            if (!setting.fallback().isEmpty()) {
                more.add("default " + setting.fallback());
            }
            more.add(setting.variable());
            table.row("  " + setting.flag() + " " + setting.placeholder(), setting.description());
            table.row("", "(" + String.join(", ", more) + ")");
        }
        table.lines().forEach(out::println);
    }
}
