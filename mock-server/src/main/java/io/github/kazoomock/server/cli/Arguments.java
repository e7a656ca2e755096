package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.Setting;
import io.github.kazoomock.server.crossbar.NearestWord;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Arguments, read.
 *
 * <p>Read by hand: a library for it took a third of the time to the first answer.
 *
 * @param argument what stands after the command's words; empty for nothing
 * @param program what {@code exec} runs, and its arguments; empty for other commands
 */
record Arguments(Command command, Map<Setting, String> settings, String argument, List<String> program) {

    /** @throws UsageException when they make no sense */
    static Arguments read(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        if (rest.isEmpty() || isHelp(rest.getFirst())) {
            return help("");
        }
        if (rest.getFirst().equals("--version")) {
            return new Arguments(Command.VERSION, Map.of(), "", List.of());
        }
        String words = "";
        while (Command.wordsAfter(words).size() > 0) {
            if (!rest.isEmpty() && isHelp(rest.getFirst())) {
                return help(words);
            }
            words = (words + " " + word(words, rest)).strip();
        }
        String typed = words;
        Command command = Arrays.stream(Command.values())
                .filter(known -> known.words().equals(typed))
                .findFirst()
                .orElseThrow();
        return read(command, rest);
    }

    private static String word(String before, Deque<String> rest) {
        List<String> known = Command.wordsAfter(before);
        String word = rest.isEmpty() ? "" : rest.removeFirst();
        if (known.contains(word)) {
            return word;
        }
        if (word.isEmpty()) {
            throw new UsageException(before + " needs one more word: " + String.join(" or ", known));
        }
        if (word.startsWith("-")) {
            throw unknownFlag(word, "kazoo-mock", List.of());
        }
        throw new UsageException("unknown command '" + word + "'; "
                + NearestWord.suggestion(word, known, "use one of " + String.join(", ", known)));
    }

    private static Arguments read(Command command, Deque<String> rest) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        String argument = "";
        while (!rest.isEmpty()) {
            String next = rest.removeFirst();
            if (command.runsProgram() && next.equals("--")) {
                return program(command, settings, rest);
            }
            if (isHelp(next)) {
                return help(command.words());
            }
            if (next.startsWith("-")) {
                flag(command, next, rest, settings);
            } else if (command.runsProgram()) {
                throw new UsageException(
                        command.words() + " needs -- before the command: " + command.words() + " -- " + next);
            } else if (command.argument().isEmpty() || !argument.isEmpty()) {
                throw new UsageException("'" + next + "' is one word too many after " + command.synopsis());
            } else {
                argument = next;
            }
        }
        if (command.runsProgram()) {
            throw new UsageException(command.words() + " needs a command: " + command.synopsis());
        }
        if (argument.isEmpty()
                && !command.argument().isEmpty()
                && !command.argument().startsWith("[")) {
            throw new UsageException(command.words() + " needs one more word: " + command.synopsis());
        }
        return new Arguments(command, settings, argument, List.of());
    }

    private static Arguments program(Command command, Map<Setting, String> settings, Deque<String> words) {
        if (words.isEmpty() || words.getFirst().isEmpty()) {
            throw new UsageException(command.words() + " needs a command: " + command.synopsis());
        }
        return new Arguments(command, settings, "", List.copyOf(words));
    }

    private static void flag(Command command, String typed, Deque<String> rest, Map<Setting, String> settings) {
        int equals = typed.indexOf('=');
        String flag = equals < 0 ? typed : typed.substring(0, equals);
        Setting setting = command.flags().stream()
                .filter(known -> known.flag().equals(flag))
                .findFirst()
                .orElseThrow(() -> unknownFlag(flag, command.words(), command.flags()));
        if (equals < 0 && (rest.isEmpty() || rest.getFirst().startsWith("--"))) {
            throw new UsageException(flag + " needs a value: " + flag + " " + setting.placeholder());
        }
        String value = equals < 0 ? rest.removeFirst() : typed.substring(equals + 1);
        if (settings.put(setting, value) != null) {
            throw new UsageException(flag + " is there twice; keep one");
        }
    }

    private static UsageException unknownFlag(String flag, String command, List<Setting> flags) {
        String name = flag.replaceFirst("=.*", "");
        if (Arrays.stream(Setting.values()).anyMatch(setting -> setting.flag().equals(name))) {
            return new UsageException(
                    name + " is no flag of " + command + "; did you mean kazoo-mock serve " + name + "?");
        }
        List<String> known = flags.stream().map(Setting::flag).toList();
        return new UsageException("unknown flag " + name + "; "
                + NearestWord.suggestion(name, known, "kazoo-mock help shows what there is"));
    }

    private static boolean isHelp(String argument) {
        return argument.equals("--help") || argument.equals("-h");
    }

    private static Arguments help(String words) {
        return new Arguments(Command.HELP, Map.of(), words.split(" ", 2)[0], List.of());
    }
}
