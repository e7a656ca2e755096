package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.Setting;
import java.util.Arrays;
import java.util.List;

/** What can be asked on the command line. */
enum Command {
    SERVE("serve", "", "starts the mock; Ctrl-C or SIGTERM stop it, with exit code 0"),
    EXEC("exec", "-- COMMAND", "runs a command beside a mock of its own; exit code and output are the command's"),
    FIXTURES_CHECK(
            "fixtures check",
            "DIR",
            "says what is wrong with a fixture, one problem a line; exit code 1 if anything is"),
    FIXTURES_LIST("fixtures list", "", "lists the fixtures that come with the mock"),
    OPERATIONS("operations", "", "lists every operation that is served, and how well it is founded"),
    REHEARSE("rehearse", "", "starts, logs in and stops: ./kazoo-mock records it to start faster later"),
    VERSION("version", "", "says which version this is"),
    HELP("help", "[COMMAND]", "shows this, or the flags of a command");

    private final String words;
    private final String argument;
    private final String description;

    Command(String words, String argument, String description) {
        this.words = words;
        this.argument = argument;
        this.description = description;
    }

    /** As it is typed after the program's name. */
    String words() {
        return words;
    }

    /** What stands after the words: empty for nothing, in brackets when it may be left out. */
    String argument() {
        return argument;
    }

    String description() {
        return description;
    }

    List<Setting> flags() {
        return switch (this) {
            case SERVE, EXEC -> List.of(Setting.values());
            case FIXTURES_CHECK -> List.of(Setting.SCHEMAS);
            case OPERATIONS -> List.of(Setting.FIXTURE, Setting.EVIDENCE);
            default -> List.of();
        };
    }

    /** True for a command that runs another program, whose words stand after {@code --}. */
    boolean runsProgram() {
        return this == EXEC;
    }

    /** The value of a setting that is not set; empty for none. */
    String fallback(Setting setting) {
        return this == EXEC && setting == Setting.PORT ? "0" : setting.fallback();
    }

    /** The command and its argument: {@code fixtures check DIR}. */
    String synopsis() {
        return argument.isEmpty() ? words : words + " " + argument;
    }

    /** The words that may stand at a place, after those before it. */
    static List<String> wordsAfter(String before) {
        String start = before.isEmpty() ? "" : before + " ";
        return Arrays.stream(values())
                .map(Command::words)
                .filter(words -> words.startsWith(start))
                .map(words -> words.substring(start.length()).split(" ", 2)[0])
                .distinct()
                .toList();
    }
}
