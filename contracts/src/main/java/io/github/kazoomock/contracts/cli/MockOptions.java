package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Setting;
import io.github.kazoomock.server.SettingException;
import io.github.kazoomock.server.sandbox.Profile;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which mock a command works with; the flags are those of {@code kazoo-mock serve}. */
final class MockOptions {
    @Option(names = "--fixture", paramLabel = "NAME|DIR", description = "world that the mock begins with (demo)")
    @Nullable
    String fixture;

    @Option(names = "--profile", paramLabel = "NAME", description = "which KAZOO it imitates (kazoo-5)")
    @Nullable
    String profile;

    @Option(names = "--legacy", paramLabel = "on|off", description = "paths that newest KAZOO no longer has (on)")
    @Nullable
    String legacy;

    @Option(names = "--clock", paramLabel = "INSTANT", description = "the mock's time, like 2026-05-16T10:20:30Z")
    @Nullable
    String clock;

    @Option(
            names = "--schemas",
            paramLabel = "DIR",
            description = "folder of JSON schemas that replace or extend the built-in ones by id")
    @Nullable
    String schemas;

    /** A mock with these settings, not started. */
    KazooServer.Builder builder() {
        KazooServer.Builder builder = KazooServer.builder().port(0);
        set(builder, Setting.FIXTURE, fixture);
        set(builder, Setting.PROFILE, profile);
        set(builder, Setting.LEGACY, legacy);
        set(builder, Setting.CLOCK, clock);
        set(builder, Setting.SCHEMAS, schemas);
        return builder.environment(Map.of());
    }

    /**
     * What comes of a mock with these settings.
     *
     * @throws UsageError when a setting makes no sense
     */
    <T> T with(Function<KazooServer.Builder, T> use) {
        try {
            return use.apply(builder());
        } catch (SettingException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The profile.
     *
     * @throws UsageError when there is none of that name
     */
    Profile profile() {
        String name = profile == null ? Profile.KAZOO_5.name() : profile;
        return Profile.named(name)
                .orElseThrow(() -> new UsageError(
                        "--profile " + name + " is not known; use " + String.join(" or ", Profile.names())));
    }

    /**
     * Whether older paths are served.
     *
     * @throws UsageError for another word than on and off
     */
    boolean servesLegacy() {
        if (legacy != null && !legacy.equals("on") && !legacy.equals("off")) {
            throw new UsageError("--legacy " + legacy + " is not known; use on or off");
        }
        return !"off".equals(legacy);
    }

    private static void set(KazooServer.Builder builder, Setting setting, @Nullable String value) {
        if (value != null) {
            builder.with(setting, value);
        }
    }

    /** In words: {@code fixture demo, profile kazoo-5}. */
    String words() {
        return "fixture " + (fixture == null ? "demo" : fixture) + ", profile "
                + (profile == null ? "kazoo-5" : profile);
    }
}
