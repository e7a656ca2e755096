package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.faults.FaultRule;
import io.github.kazoomock.server.faults.FaultRules;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;

/** Arms, counts and disarms what goes wrong on purpose. */
final class FaultRoutes {
    private final List<String> operations;

    FaultRoutes(OperationTable table) {
        this.operations = table.operations().stream().map(Operation::id).toList();
    }

    List<Route> routes() {
        return List.of(
                Route.sandbox("GET", "faults", call -> Route.json(all(call.sandbox()))),
                Route.sandbox("POST", "faults", this::arm),
                Route.sandbox("DELETE", "faults", FaultRoutes::clear),
                Route.sandbox("GET", "faults/{fault}", call -> Route.json(show(existing(call)))),
                Route.sandbox("DELETE", "faults/{fault}", FaultRoutes::disarm));
    }

    private AdminReply arm(AdminCall call) {
        FaultRule rule = new FaultReader(call.sandbox(), operations).read(call.body());
        return AdminReply.json(201, show(call.sandbox().faults().arm(rule, now(call))));
    }

    private static AdminReply clear(AdminCall call) {
        JsonObject last = all(call.sandbox());
        call.sandbox().faults().clear();
        return Route.json(last);
    }

    private static AdminReply disarm(AdminCall call) {
        FaultRules.Count last = existing(call);
        call.sandbox().faults().disarm(last.id());
        return Route.json(show(last));
    }

    private static FaultRules.Count existing(AdminCall call) {
        String id = call.path("fault");
        FaultRules.Count known = call.sandbox().faults().get(id, now(call));
        if (known == null) {
            List<String> ids = call.sandbox().faults().all(now(call)).stream()
                    .map(FaultRules.Count::id)
                    .toList();
            throw new BadRequest(
                    404,
                    "sandbox " + call.sandbox().name() + " has no fault '" + id + "'; it has "
                            + (ids.isEmpty() ? "none" : String.join(", ", ids)));
        }
        return known;
    }

    private static Instant now(AdminCall call) {
        return call.sandbox().clock().now();
    }

    private static JsonObject all(Sandbox sandbox) {
        List<Json> all = sandbox.faults().all(sandbox.clock().now()).stream()
                .<Json>map(FaultRoutes::show)
                .toList();
        return JsonObject.of("faults", new JsonArray(all));
    }

    private static JsonObject show(FaultRules.Count count) {
        String name = count.rule().name();
        return JsonObject.builder()
                .put("id", count.id())
                .put("name", name == null ? count.id() : name)
                .put("matched", count.met())
                .put("hits", count.hits())
                .put("active", count.active())
                .putAll(count.rule().written().without("name"))
                .build();
    }
}
