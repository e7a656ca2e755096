package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.SettingException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The mock that a command starts for itself, in this process; the flags of {@code serve}. */
final class MockOptions {
    @Option(
            names = "--fixture",
            paramLabel = "NAME",
            defaultValue = "demo",
            description = "What its world begins with, unless a state says (default: demo).")
    private String fixture = "demo";

    @Option(names = "--profile", paramLabel = "P", description = "kazoo-5 or kazoo-5.0 (default: kazoo-5).")
    private @Nullable String profile;

    @Option(names = "--legacy", paramLabel = "on|off", description = "Paths that newest KAZOO no longer has.")
    private @Nullable String legacy;

    @Option(names = "--seed", paramLabel = "N", description = "Same seed, same ids.")
    private @Nullable Long seed;

    @Option(names = "--clock", paramLabel = "INSTANT", description = "Where its clock starts.")
    private @Nullable String clock;

    @Option(names = "--schemas", paramLabel = "DIR", description = "Schemas that replace or extend the built-in ones.")
    private @Nullable Path schemas;

    /**
     * Starts it on a free port of this machine.
     *
     * @throws UsageError when a setting makes no sense
     */
    KazooServer start() {
        KazooServer.Builder builder =
                KazooServer.builder().port(0).fixture(fixture).journal(0);
        if (profile != null) {
            builder.profile(profile);
        }
        if (legacy != null) {
            if (!legacy.equals("on") && !legacy.equals("off")) {
                throw new UsageError("--legacy '" + legacy + "': use on or off");
            }
            builder.legacy(legacy.equals("on"));
        }
        if (seed != null) {
            builder.seed(seed);
        }
        if (schemas != null) {
            builder.schemas(schemas);
        }
        try {
            if (clock != null) {
                builder.clock(Instant.parse(clock));
            }
            return builder.start();
        } catch (DateTimeParseException e) {
            throw new UsageError("--clock '" + clock + "': use an instant like 2026-05-16T10:20:30Z");
        } catch (SettingException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /** In words: {@code fixture demo, profile kazoo-5}. */
    String words() {
        return "fixture " + fixture + ", profile " + (profile == null ? "kazoo-5" : profile);
    }
}
