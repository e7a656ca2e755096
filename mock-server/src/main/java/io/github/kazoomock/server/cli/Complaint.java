package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line for arguments that cannot be read: what was wrong and what to do. */
final class Complaint {
    private Complaint() {}

    static String about(ParameterException problem) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0), command);
        }
        if (problem instanceof MissingParameterException missing) {
            ArgSpec first = missing.getMissing().get(0);
            String name = first instanceof OptionSpec option ? option.longestName() : words(command);
            return name + " needs a value: " + name + " " + first.paramLabel();
        }
        if (problem instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + " is there twice; keep one";
        }
        return String.valueOf(problem.getMessage()).replaceAll("\\s+", " ");
    }

    private static String unknown(String word, CommandSpec command) {
        if (!word.startsWith("-")) {
            return command.subcommands().isEmpty()
                    ? "'" + word + "' is one word too many after " + words(command)
                    : unknownCommand(word, command.subcommands().keySet());
        }
        String flag = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        boolean known = Arrays.stream(Setting.values())
                .anyMatch(setting -> setting.flag().equals(flag));
        if (known) {
            return flag + " is no flag of " + command.qualifiedName() + "; did you mean kazoo-mock serve " + flag + "?";
        }
        List<String> flags = new ArrayList<>(command.optionsMap().keySet());
        return "unknown flag " + flag + "; "
                + NearestWord.suggestion(flag, flags, "kazoo-mock help lists what there is");
    }

    static String unknownCommand(String word, Collection<String> commands) {
        String all = "use one of " + String.join(", ", commands);
        return "unknown command '" + word + "'; " + NearestWord.suggestion(word, commands, all);
    }

    /** A command as it is typed, without the program. */
    private static String words(CommandSpec command) {
        return command.qualifiedName().replaceFirst("^kazoo-mock ", "");
    }
}
