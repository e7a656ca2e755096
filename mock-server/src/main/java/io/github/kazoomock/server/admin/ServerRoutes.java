package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.util.List;

/** Is it there, what can it be asked, back to the start, what time is it, who sells what, why is a setting what it is. */
record ServerRoutes(String fixture, SchemaRegistry schemas) {
    private static final String PLANS = "service_plans/{account_id}";

    List<Route> routes() {
        return List.of(
                Route.server("GET", "health", call -> Route.json(JsonObject.of("status", Json.of("ok")))),
                Route.server("GET", "ready", call -> state("ready")),
                Route.server("GET", "version", call -> version(call.sandbox())),
                Route.sandbox("POST", "reset", this::reset),
                Route.sandbox(
                        "GET",
                        "clock",
                        call -> Route.json(Clock.show(call.sandbox().clock()))),
                Route.sandbox("POST", "clock", ServerRoutes::changeClock),
                Route.sandbox("PUT", "clock", ServerRoutes::changeClock),
                Route.sandbox("PATCH", "clock", ServerRoutes::changeClock),
                Route.sandbox("GET", "configs/{account_id}/{config_id}", this::config),
                Route.sandbox("GET", PLANS, call -> Route.json(plans(call).list(call.path("account_id")))),
                Route.sandbox(
                        "PUT",
                        PLANS,
                        call -> AdminReply.json(201, plans(call).put(call.path("account_id"), null, call.body()))),
                Route.sandbox(
                        "PUT",
                        PLANS + "/{plan_id}",
                        call -> Route.json(
                                plans(call).put(call.path("account_id"), call.path("plan_id"), call.body()))),
                Route.sandbox(
                        "DELETE",
                        PLANS + "/{plan_id}",
                        call -> Route.json(plans(call).delete(call.path("account_id"), call.path("plan_id")))));
    }

    private static ServicePlans plans(AdminCall call) {
        return new ServicePlans(call.sandbox());
    }

    private static AdminReply changeClock(AdminCall call) {
        return Route.json(Clock.change(call.sandbox().clock(), call.body()));
    }

    private AdminReply config(AdminCall call) {
        ConfigLayers layers = new ConfigLayers(call.sandbox(), schemas);
        return Route.json(layers.show(call.path("account_id"), call.path("config_id")));
    }

    private AdminReply reset(AdminCall call) {
        call.sandbox().reset();
        return state("reset");
    }

    private AdminReply state(String word) {
        return Route.json(JsonObject.of("status", Json.of(word), "fixture", Json.of(fixture)));
    }

    private static AdminReply version(Sandbox sandbox) {
        return Route.json(JsonObject.builder()
                .put("name", "kazoo-mock")
                .put("version", Version.text())
                .put("profile", sandbox.profile().name())
                .put("kazoo_version", sandbox.profile().version())
                .put("java", System.getProperty("java.version"))
                .build());
    }
}
