package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words of the command line, built from {@link Setting} and without reflection, which would cost start-up time. */
final class Grammar {
    private Grammar() {}

    static CommandLine commands() {
        CommandSpec root = spec("kazoo-mock", "A mock of the KAZOO Crossbar API, with a world of its own.")
                .addSubcommand("serve", serve())
                .addSubcommand("fixtures", fixtures())
                .addSubcommand("operations", spec("operations", "Lists every operation that is served."))
                .addSubcommand("version", spec("version", "Says which version this is."))
                .addSubcommand("help", help());
        root.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .hidden(true)
                .description("Says which version this is.")
                .build());
        root.usageMessage()
                .footer("", "Start with: kazoo-mock serve", "Flags of a command: kazoo-mock help serve")
                .synopsisSubcommandLabel("COMMAND");
        CommandLine commands = new CommandLine(root).setAllowSubcommandsAsOptionParameters(true);
        commands.getCommandSpec().parser().collectErrors(false);
        return commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100);
    }

    private static CommandSpec serve() {
        CommandSpec serve =
                spec("serve", "Starts the mock and serves until Ctrl-C or SIGTERM, which end it with code 0.");
        for (Setting setting : Setting.values()) {
            serve.addOption(option(setting));
        }
        serve.usageMessage().footer("", "A flag wins over its environment variable.");
        return serve;
    }

    private static CommandSpec fixtures() {
        CommandSpec check = spec(
                        "check", "Says what is wrong with a fixture, one problem a line; code 1 if anything is.")
                .addOption(option(Setting.SCHEMAS))
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("DIR")
                        .arity("1")
                        .required(true)
                        .type(String.class)
                        .description("the fixture's folder")
                        .build());
        CommandSpec fixtures = spec("fixtures", "Works on starting worlds: check, list.")
                .addSubcommand("check", check)
                .addSubcommand("list", spec("list", "Lists the fixtures that come with the mock."));
        fixtures.usageMessage().synopsisSubcommandLabel("COMMAND");
        return fixtures;
    }

    private static CommandSpec help() {
        return spec("help", "Shows this, or the flags of a command.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("COMMAND")
                        .arity("0..1")
                        .type(String.class)
                        .description("the command to explain")
                        .build());
    }

    private static CommandSpec spec(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .hidden(true)
                .description("Shows this.")
                .build());
        spec.usageMessage()
                .description(description)
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n");
        return spec;
    }

    private static OptionSpec option(Setting setting) {
        String fallback = setting.fallback().isEmpty() ? "" : "default " + setting.fallback() + ", ";
        return OptionSpec.builder(setting.flag())
                .paramLabel(setting.placeholder())
                .arity("1")
                .type(String.class)
                .description(escaped(setting.description()), "(" + fallback + setting.variable() + ")")
                .build();
    }

    /** Picocli reads a percent sign as a format. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
