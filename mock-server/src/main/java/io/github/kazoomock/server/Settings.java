package io.github.kazoomock.server;

import io.github.kazoomock.server.sandbox.Option;
import io.github.kazoomock.server.sandbox.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts of settings, read as what they mean; a text that means nothing says so with its flag. */
final class Settings {
    private final Map<Setting, String> values;

    Settings(Map<Setting, String> values) {
        this.values = new EnumMap<>(Setting.class);
        this.values.putAll(values);
    }

    String text(Setting setting) {
        return values.getOrDefault(setting, setting.fallback());
    }

    int port() {
        long port = number(Setting.PORT);
        if (port < 0 || port > 65_535) {
            throw wrong(Setting.PORT, "use a port from 0 to 65535");
        }
        return (int) port;
    }

    long number(Setting setting) {
        try {
            return Long.parseLong(text(setting));
        } catch (NumberFormatException e) {
            throw wrong(setting, "use a whole number");
        }
    }

    boolean isOn(Setting setting) {
        return switch (text(setting)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw wrong(setting, "use on or off");
        };
    }

    Profile profile() {
        return Profile.named(text(Setting.PROFILE))
                .orElseThrow(() -> wrong(Setting.PROFILE, "use one of " + String.join(", ", Profile.names())));
    }

    Set<Option> options() {
        Set<Option> options = EnumSet.noneOf(Option.class);
        for (String word : text(Setting.OPTIONS).split(",")) {
            if (!word.isBlank()) {
                options.add(Option.named(word.strip())
                        .orElseThrow(() -> wrong(Setting.OPTIONS, "unknown; " + Setting.OPTIONS.description())));
            }
        }
        return options;
    }

    Instant clock() {
        String text = text(Setting.CLOCK);
        try {
            return text.isEmpty() ? Instant.now() : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(Setting.CLOCK, "use an instant like 2026-05-16T10:20:30Z");
        }
    }

    Optional<Path> schemas() {
        Optional<Path> folder = path(Setting.SCHEMAS);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw wrong(Setting.SCHEMAS, "is no folder");
        }
        return folder;
    }

    Optional<Path> path(Setting setting) {
        return text(setting).isEmpty() ? Optional.empty() : Optional.of(Path.of(text(setting)));
    }

    SettingException wrong(Setting setting, String problem) {
        return new SettingException(setting, text(setting), problem);
    }
}
