package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.Sandboxes;
import io.github.kazoomock.server.sandbox.Snapshot;
import java.util.List;

/** Keeps the state of a sandbox under names and goes back to it. */
final class SnapshotRoutes {
    private SnapshotRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.sandbox("GET", "snapshots", SnapshotRoutes::list),
                Route.sandbox("POST", "snapshots", SnapshotRoutes::take),
                Route.sandbox("POST", "snapshots/{snapshot}/restore", SnapshotRoutes::restore),
                Route.sandbox("DELETE", "snapshots/{snapshot}", SnapshotRoutes::forget));
    }

    private static AdminReply list(AdminCall call) {
        List<Json> all = call.sandbox().snapshots().values().stream()
                .<Json>map(SnapshotRoutes::show)
                .toList();
        return Route.json(JsonObject.of("snapshots", new JsonArray(all)));
    }

    private static AdminReply take(AdminCall call) {
        String name = Wanted.text(call.body(List.of("name")), "name");
        if (name == null || !Sandboxes.isName(name)) {
            throw new BadRequest("name: use up to 64 letters, digits, dots, dashes and underscores");
        }
        return AdminReply.json(201, show(call.sandbox().snapshot(name)));
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
