package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Option;
import io.github.kazoomock.server.sandbox.Profile;
import java.util.Locale;

/**
 * Everything that can be set about a mock, declared once: the flag, the environment variable and the builder's method
 * come from here.
 */
public enum Setting {
    HOST("127.0.0.1", "ADDRESS", "address to listen on"),
    PORT("8000", "NUMBER", "port to listen on; 0 picks a free one"),
    FIXTURE("demo", "NAME|DIR", "starting world: " + String.join(", ", Fixtures.names()) + " or a folder"),
    PROFILE(Profile.names().get(0), "NAME", "which KAZOO to imitate: " + String.join(", ", Profile.names())),
    LEGACY("on", "on|off", "paths of the seed documents that newest KAZOO no longer has"),
    SEED("1", "NUMBER", "same seed and same requests: same ids"),
    CLOCK("", "INSTANT", "where the clock starts, like 2026-05-16T10:20:30Z; now when not given"),
    SCHEMAS("", "DIR", "folder of JSON schemas that replace or extend the built-in ones by id"),
    EVIDENCE("", "FILE", "JSON file of what was recorded from live servers, which raises grades"),
    MIN_GRADE("unverified", "KIND", "refuse operations that are less well founded: " + Evidence.Kind.choices()),
    SAVE("", "DIR", "folder to write the world to at exit, as a fixture"),
    READY_FILE("", "FILE", "file to write the ready message to, as JSON"),
    ADMIN_TOKEN("", "TOKEN", "what callers of /__admin must show; without it only this machine may call"),
    JOURNAL("8m", "BYTES", "memory for what /__admin/requests tells, like 512k or 1g; 0 for none"),
    LOG("human", "human|json", "how the console speaks"),
    OPTIONS("", "LIST", "behaviour to switch on, separated by commas: " + Option.words());

    private final String fallback;
    private final String placeholder;
    private final String description;

    Setting(String fallback, String placeholder, String description) {
        this.fallback = fallback;
        this.placeholder = placeholder;
        this.description = description;
    }

    /** The value when nothing is set; empty for none. */
    public String fallback() {
        return fallback;
    }

    /** What the value looks like, for help texts. */
    public String placeholder() {
        return placeholder;
    }

    public String description() {
        return description;
    }

    /** On the command line: {@code --ready-file}. */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the environment: {@code KAZOO_MOCK_READY_FILE}. */
    public String variable() {
        return "KAZOO_MOCK_" + name();
    }
}
