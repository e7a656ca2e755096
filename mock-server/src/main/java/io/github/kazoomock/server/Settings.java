package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Blueprint;
import io.github.kazoomock.server.sandbox.Option;
import io.github.kazoomock.server.sandbox.Profile;
import io.github.kazoomock.server.world.World;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of settings, read as what they mean; a text that means nothing says so, by the name that the user wrote. */
final class Settings {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})([kmgKMG]?)");

    private final Map<Setting, String> values;
    private final Map<String, String> environment;

    /**
     * Settings as they were written.
     *
     * @param values what was set by flag or method; wins over the environment
     * @param environment variables by name; an empty one counts as not set
     */
    Settings(Map<Setting, String> values, Map<String, String> environment) {
        this.values = new EnumMap<>(Setting.class);
        this.values.putAll(values);
        this.environment = Map.copyOf(environment);
    }

    String text(Setting setting) {
        String value = values.get(setting);
        if (value != null) {
            return value;
        }
        String variable = variable(setting);
        return variable.isEmpty() ? setting.fallback() : variable;
    }

    private String variable(Setting setting) {
        return environment.getOrDefault(setting.variable(), "");
    }

    /** The setting and its value as the user wrote them. */
    String written(Setting setting) {
        boolean fromEnvironment =
                !values.containsKey(setting) && !variable(setting).isEmpty();
        String value = text(setting).isBlank() ? "'" + text(setting) + "'" : text(setting);
        return fromEnvironment ? setting.variable() + "=" + value : setting.flag() + " " + value;
    }

    SettingException wrong(Setting setting, String problem) {
        return new SettingException(written(setting), problem);
    }

    String host() {
        if (text(Setting.HOST).isBlank()) {
            throw wrong(Setting.HOST, "use an address like 127.0.0.1");
        }
        return text(Setting.HOST);
    }

    String fixture() {
        if (text(Setting.FIXTURE).isBlank()) {
            throw wrong(Setting.FIXTURE, "use " + String.join(", ", Fixtures.names()) + " or a folder");
        }
        return text(Setting.FIXTURE);
    }

    int port() {
        try {
            int port = Integer.parseInt(text(Setting.PORT));
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the same complaint
        }
        throw wrong(Setting.PORT, "use a number from 0 to 65535; 0 picks a free port");
    }

    long seed() {
        try {
            return Long.parseLong(text(Setting.SEED));
        } catch (NumberFormatException e) {
            throw wrong(Setting.SEED, "use a whole number");
        }
    }

    /** Bytes. */
    long journal() {
        Matcher size = SIZE.matcher(text(Setting.JOURNAL));
        if (size.matches()) {
            int shift = 10 * (1 + "kmg".indexOf(size.group(2).toLowerCase(Locale.ROOT)));
            long number = Long.parseLong(size.group(1));
            int factor = size.group(2).isEmpty() ? 0 : shift;
            if (number <= Long.MAX_VALUE >> factor) {
                return number << factor;
            }
        }
        throw wrong(Setting.JOURNAL, "use a number of bytes like 33554432 or 32m; 0 for no journal");
    }

    boolean legacy() {
        return oneOf(Setting.LEGACY, List.of("on", "off")).equals("on");
    }

    /** How the console speaks; only the command line asks. */
    String log() {
        return oneOf(Setting.LOG, List.of("human", "json"));
    }

    /** Operations that are less well founded are refused. */
    Evidence.Kind minGrade() {
        try {
            return Evidence.Kind.parse(text(Setting.MIN_GRADE));
        } catch (IllegalArgumentException e) {
            throw wrong(Setting.MIN_GRADE, "use " + Evidence.Kind.choices());
        }
    }

    Profile profile() {
        return Profile.named(oneOf(Setting.PROFILE, Profile.names())).orElseThrow();
    }

    private String oneOf(Setting setting, List<String> words) {
        if (!words.contains(text(setting))) {
            throw wrong(setting, "use " + String.join(" or ", words));
        }
        return text(setting);
    }

    Set<Option> options() {
        Set<Option> options = EnumSet.noneOf(Option.class);
        for (String word : text(Setting.OPTIONS).split(",")) {
            if (!word.isBlank()) {
                options.add(Option.named(word.strip())
                        .orElseThrow(() -> wrong(
                                Setting.OPTIONS,
                                "no option is called '" + word.strip() + "'; use a list of " + Option.words())));
            }
        }
        return options;
    }

    /** What a sandbox with this world starts with. */
    Blueprint blueprint(World world) {
        return new Blueprint(profile(), options(), legacy(), minGrade(), seed(), world);
    }

    Instant clock() {
        String text = text(Setting.CLOCK);
        try {
            return text.isEmpty() ? Instant.now() : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(Setting.CLOCK, "use an instant like 2026-05-16T10:20:30Z");
        }
    }

    /** The folder of schemas, which must exist. */
    Optional<Path> schemas() {
        return path(Setting.SCHEMAS, Files::isDirectory, "is no folder; use a folder of *.json files");
    }

    /** The file of more evidence, which must exist. */
    Optional<Path> evidence() {
        return path(Setting.EVIDENCE, Files::isRegularFile, "is no file; use a JSON file of evidence");
    }

    /** The folder to write to at exit. */
    Optional<Path> save() {
        return path(
                Setting.SAVE, path -> !Files.exists(path) || Files.isDirectory(path), "is a file; use a folder's name");
    }

    /** The file to write when ready; its folder must exist. */
    Optional<Path> readyFile() {
        return path(
                Setting.READY_FILE,
                path -> !Files.isDirectory(path) && Files.isDirectory(folderOf(path)),
                "is a folder or in a folder that does not exist; use a file's name in one that does");
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private Optional<Path> path(Setting setting, Predicate<Path> fits, String problem) {
        if (text(setting).isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(text(setting));
            if (fits.test(path)) {
                return Optional.of(path);
            }
        } catch (InvalidPathException e) {
            throw wrong(setting, "is no path");
        }
        throw wrong(setting, problem);
    }
}
