package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.Draft202012;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.export.OpenApi;
import io.github.kazoomock.server.export.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The API and its schemas as documents that other tools read; each is made when it is first asked for, and kept. */
final class OpenApiRoutes {
    private final Supplier<Exporter> exporter;
    private final SchemaRegistry schemas;
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    OpenApiRoutes(Supplier<Exporter> exporter, SchemaRegistry schemas) {
        this.exporter = exporter;
        this.schemas = schemas;
    }

    List<Route> routes() {
        return List.of(
                Route.server(
                        "GET",
                        "openapi.json",
                        call -> once("", () -> WholeApi.with(OpenApi.of(exporter.get(), Scope.ALL)))),
                Route.server("GET", "export/openapi.json", this::openApi),
                Route.server("GET", "export/schemas.json", call -> once("schemas", new Draft202012(schemas)::bundle)),
                Route.server("GET", "export/schemas/{id}.json", this::schema));
    }

    private AdminReply openApi(AdminCall call) {
        return ExportRoutes.scope(call).equals(Scope.ALL)
                ? once("openapi", () -> OpenApi.of(exporter.get(), Scope.ALL))
                : ExportRoutes.scoped(call, scope -> OpenApi.of(exporter.get(), scope));
    }

    private AdminReply schema(AdminCall call) {
        String id = call.path("id");
        if (!schemas.has(id)) {
            throw new BadRequest(404, "no schema " + id + "; GET /__admin/export/schemas.json has all");
        }
        return once("schemas/" + id, () -> new Draft202012(schemas).bundle(id));
    }

    private AdminReply once(String name, Supplier<JsonObject> document) {
        byte[] bytes = made.computeIfAbsent(name, none -> document.get().utf8());
        return new AdminReply(200, "application/json", bytes);
    }
}
