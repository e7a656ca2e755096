package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Blueprint;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.sandbox.Sandboxes;
import io.github.kazoomock.server.sandbox.Snapshot;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a new sandbox begins with: a fixture, files that were sent, another sandbox as it is or as it was kept. */
record Origins(Sandboxes sandboxes, Starts starts) {

    /** What a new sandbox has of the one, or the fixture, that it comes from. */
    record Origin(Blueprint blueprint, SandboxClock clock) {}

    /**
     * What a request names, or the server's own fixture.
     *
     * @param start what the clock was asked to begin with; null for nothing
     */
    Origin of(JsonObject body, @Nullable Instant start) {
        String fixture = Wanted.text(body, "fixture");
        String sandbox = Wanted.text(body, "sandbox");
        String snapshot = Wanted.text(body, "snapshot");
        Json files = body.get("files");
        boolean complete = Wanted.flag(body, "complete", false);
        Object old = sandbox == null ? snapshot : sandbox;
        if (Stream.of(fixture, files, old).filter(Objects::nonNull).count() > 1) {
            throw new BadRequest("use fixture, or files, or sandbox with or without snapshot, not several of them");
        }
        if (complete && files == null) {
            throw new BadRequest("complete: makes up what files lack, so send files too");
        }
        if (files != null) {
            return begun(world("files", () -> starts.world(WrittenFiles.read(files), complete, start)));
        }
        if (old != null) {
            return copied(sandbox, snapshot);
        }
        if (fixture == null && start == null) {
            return begun(sandboxes.main().blueprint().world());
        }
        return begun(world("fixture", () -> starts.world(fixture == null ? "" : fixture, start)));
    }

    private Origin begun(World world) {
        return new Origin(with(sandboxes.main(), world), new SandboxClock(starts.start(), Instant::now));
    }

    private Origin copied(@Nullable String sandbox, @Nullable String snapshot) {
        Sandbox from = sandbox == null ? sandboxes.main() : SandboxRoutes.existing(sandbox, sandboxes);
        Snapshot kept = snapshot == null ? null : SnapshotRoutes.existing(from, snapshot);
        return new Origin(
                with(from, kept == null ? from.world() : kept.world()),
                from.clock().copy());
    }

    private static World world(String key, Supplier<World> source) {
        try {
            return source.get();
        } catch (IllegalArgumentException e) {
            throw new BadRequest(key + ": " + e.getMessage());
        }
    }

    private static Blueprint with(Sandbox from, World world) {
        Blueprint like = from.blueprint();
        return new Blueprint(like.profile(), like.options(), like.legacy(), like.minGrade(), like.seed(), world);
    }
}
