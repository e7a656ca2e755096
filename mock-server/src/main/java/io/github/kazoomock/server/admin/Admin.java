package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mock's own API: is it there, back to the start, what time is it, who sells what, why is a setting what it is. */
public final class Admin {
    private static final String ROOT = "/__admin";

    private final Sandbox sandbox;
    private final String fixture;
    private final ConfigLayers configs;

    public Admin(Sandbox sandbox, String fixture, SchemaRegistry schemas) {
        this.sandbox = sandbox;
        this.fixture = fixture;
        this.configs = new ConfigLayers(sandbox, schemas);
    }

    /** True for paths under {@code /__admin}. */
    public boolean handles(Incoming in) {
        return in.path().equals(ROOT) || in.path().startsWith(ROOT + "/");
    }

    public Answer answer(Incoming in) {
        String foreign = Visitors.foreign(in);
        if (foreign != null) {
            return refusal(403, foreign);
        }
        try {
            return route(in);
        } catch (BadRequest e) {
            return refusal(e.status(), String.valueOf(e.getMessage()));
        }
    }

    private Answer route(Incoming in) {
        String name = in.path().substring(ROOT.length()).replaceAll("^/+|/+$", "");
        if (name.startsWith(ServicePlans.ROOT)) {
            return servicePlans(in, name.substring(ServicePlans.ROOT.length()).split("/"));
        }
        String ask = in.method() + " " + name;
        if (ask.startsWith("GET configs/")) {
            return json(200, configs.show(name.split("/", -1)));
        }
        return switch (ask) {
            case "GET health" -> json(200, JsonObject.of("status", Json.of("ok")));
            case "GET ready" -> json(200, JsonObject.of("status", Json.of("ready"), "fixture", Json.of(fixture)));
            case "GET version" -> json(200, version());
            case "POST reset" -> reset();
            case "GET clock" -> json(200, Clock.show(sandbox.clock()));
            case "POST clock", "PUT clock", "PATCH clock" -> json(200, Clock.change(sandbox.clock(), body(in)));
            default -> unknown(in, name);
        };
    }

    private Answer servicePlans(Incoming in, String[] ids) {
        ServicePlans plans = new ServicePlans(sandbox);
        return switch (in.method() + " " + ids.length) {
            case "GET 1" -> json(200, plans.list(ids[0]));
            case "PUT 1" -> json(201, plans.put(ids[0], null, body(in)));
            case "PUT 2" -> json(200, plans.put(ids[0], ids[1], body(in)));
            case "DELETE 2" -> json(200, plans.delete(ids[0], ids[1]));
            default ->
                refusal(
                        405,
                        "service plans are put (PUT service_plans/ACCOUNT_ID or .../ACCOUNT_ID/PLAN_ID), taken away"
                                + " (DELETE) and listed (GET service_plans/ACCOUNT_ID)");
        };
    }

    private static Answer unknown(Incoming in, String name) {
        String known = "GET health, GET ready, GET version, POST reset, GET clock, POST clock,"
                + " PUT service_plans/{ACCOUNT_ID}, GET configs/{ACCOUNT_ID}/{CONFIG_ID}";
        boolean path = known.contains(" " + name + ",") || known.endsWith(" " + name);
        return refusal(
                path && !name.isEmpty() ? 405 : 404,
                in.method() + " " + in.path() + " is nothing the mock knows; it knows " + known);
    }

    private Answer reset() {
        sandbox.reset();
        return json(200, JsonObject.of("status", Json.of("reset"), "fixture", Json.of(fixture)));
    }

    private JsonObject version() {
        return JsonObject.builder()
                .put("name", "kazoo-mock")
                .put("version", Version.text())
                .put("profile", sandbox.profile().name())
                .put("kazoo_version", sandbox.profile().version())
                .put("java", System.getProperty("java.version"))
                .build();
    }

    private static JsonObject body(Incoming in) {
        @Nullable String problem;
        try {
            if (Json.parse(in.body()) instanceof JsonObject object) {
                return object;
            }
            problem = "the body must be a JSON object";
        } catch (JsonSyntaxException e) {
            problem = "line " + e.line() + ", column " + e.column() + " of the body: " + e.getMessage();
        }
        throw new BadRequest(problem);
    }

    private static Answer refusal(int status, String why) {
        JsonObject body = JsonObject.of("status", Json.of("error"), "message", Json.of(why));
        return new Answer(status, headers(), body.utf8(), false, "", why);
    }

    private static Answer json(int status, JsonObject body) {
        return new Answer(status, headers(), body.utf8(), false, "admin", "");
    }

    private static Map<String, String> headers() {
        return Map.of("content-type", "application/json", "server", "kazoo-mock");
    }
}
