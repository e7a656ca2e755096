package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.admin.SignedLogins;
import io.github.kazoomock.server.admin.Starts;
import io.github.kazoomock.server.admin.Version;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.crossbar.Crossbar;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.export.Interactions;
import io.github.kazoomock.server.export.Logins;
import io.github.kazoomock.server.export.SandboxTarget;
import io.github.kazoomock.server.export.Stage;
import io.github.kazoomock.server.journal.Journals;
import io.github.kazoomock.server.nouns.Nouns;
import io.github.kazoomock.server.sandbox.Blueprint;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.sandbox.Sandboxes;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.function.Supplier;

/** Sandboxes without a server, in which contracts are played: the same world at the same instant, every time. */
final class Stages {
    /** When exports take place unless a clock is set: their bytes must not depend on the day. */
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private Stages() {}

    static Exporter exporter(Groundwork ground, Starts starts) {
        Settings settings = ground.settings();
        Instant start = settings.text(Setting.CLOCK).isEmpty() ? START : settings.clock();
        World world = starts.world("", start);
        Crossbar crossbar = new Crossbar(ground.table(), new Identities(ground.tokens()), Nouns.quotes());
        Logins logins = new SignedLogins(world, ground.tokens(), start);
        // contracts tell the grades themselves, and what one needs may be made by an operation of a lower one
        Blueprint blueprint = settings.blueprint(world).withMinGrade(Evidence.Kind.UNVERIFIED);
        Supplier<Stage> fresh = () -> new Stage(new SandboxTarget(crossbar, sandbox(blueprint, start)), logins);
        Sandbox first = sandbox(blueprint, start);
        return new Exporter(
                ground.table(),
                ground.schemas(),
                new Interactions(ground.table(), ground.schemas(), fresh, beginning(settings.fixture())),
                JsonObject.of(
                        "version",
                        Json.of(Version.text()),
                        "profile",
                        Json.of(blueprint.profile().name())),
                ground.table().operations().stream()
                        .filter(operation -> operation.isServed(first))
                        .toList());
    }

    private static Sandbox sandbox(Blueprint blueprint, Instant start) {
        return new Sandboxes(
                        blueprint,
                        new SandboxClock(start, () -> start),
                        Nouns.reactions(),
                        () -> start,
                        new Journals(0))
                .main();
    }

    /** A pack is known everywhere; a folder is not, and would tell whose machine it is. */
    private static JsonObject beginning(String fixture) {
        return Fixtures.names().contains(fixture) ? JsonObject.of("fixture", Json.of(fixture)) : JsonObject.EMPTY;
    }
}
