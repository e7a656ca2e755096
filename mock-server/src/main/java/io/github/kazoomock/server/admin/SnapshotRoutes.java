package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.Sandboxes;
import io.github.kazoomock.server.sandbox.Snapshot;
import io.github.kazoomock.server.world.World;
import java.util.List;

/** Keeps the state of a sandbox under names, in folders too, and goes back to it. */
record SnapshotRoutes(Starts starts) {

    List<Route> routes() {
        return List.of(
                Route.sandbox("GET", "snapshots", SnapshotRoutes::list),
                Route.sandbox("POST", "snapshots", this::take),
                Route.sandbox("POST", "snapshots/{snapshot}/restore", SnapshotRoutes::restore),
                Route.sandbox("POST", "snapshots/{snapshot}/export", this::export),
                Route.sandbox("DELETE", "snapshots/{snapshot}", SnapshotRoutes::forget));
    }

    private static AdminReply list(AdminCall call) {
        List<Json> all = call.sandbox().snapshots().values().stream()
                .<Json>map(SnapshotRoutes::show)
                .toList();
        return Route.json(JsonObject.of("snapshots", new JsonArray(all)));
    }

    /** The sandbox as it is, or as a folder has it. */
    private AdminReply take(AdminCall call) {
        JsonObject body = call.body(List.of("name", "folder"));
        String name = Wanted.text(body, "name");
        if (name == null || !Sandboxes.isName(name)) {
            throw new BadRequest("name: use up to 64 letters, digits, dots, dashes and underscores");
        }
        String folder = Wanted.text(body, "folder");
        Sandbox sandbox = call.sandbox();
        return AdminReply.json(
                201, show(folder == null ? sandbox.snapshot(name) : sandbox.keep(name, read(folder, sandbox))));
    }

    private World read(String folder, Sandbox sandbox) {
        try {
            return starts.read(folder, sandbox.clock().now());
        } catch (IllegalArgumentException e) {
            throw new BadRequest("folder: " + e.getMessage());
        }
    }

    private AdminReply export(AdminCall call) {
        Snapshot kept = existing(call.sandbox(), call.path("snapshot"));
        String folder = Wanted.text(call.body(List.of("folder")), "folder");
        if (folder == null || folder.isBlank()) {
            throw new BadRequest("folder: say where to, like {\"folder\": \"worlds/monday\"}");
        }
        try {
            return Route.json(JsonObject.builder()
                    .putAll(show(kept))
                    .put("folder", starts.save(kept.world(), folder))
                    .build());
        } catch (IllegalArgumentException e) {
            throw new BadRequest("folder: " + e.getMessage());
        }
    }

    private static AdminReply restore(AdminCall call) {
        Snapshot kept = existing(call.sandbox(), call.path("snapshot"));
        call.sandbox().restore(kept);
        return Route.json(show(kept));
    }

    private static AdminReply forget(AdminCall call) {
        Snapshot kept = existing(call.sandbox(), call.path("snapshot"));
        call.sandbox().forget(kept.name());
        return Route.json(show(kept));
    }

    static Snapshot existing(Sandbox sandbox, String name) {
        Snapshot kept = sandbox.snapshots().get(name);
        if (kept == null) {
            throw new BadRequest(
                    404,
                    "sandbox " + sandbox.name() + " has no snapshot '" + name + "'; it has "
                            + (sandbox.snapshots().isEmpty()
                                    ? "none"
                                    : String.join(", ", sandbox.snapshots().keySet())));
        }
        return kept;
    }

    private static JsonObject show(Snapshot kept) {
        return JsonObject.builder()
                .put("name", kept.name())
                .put("taken", kept.taken().toString())
                .put("accounts", kept.world().accounts().size())
                .build();
    }
}
