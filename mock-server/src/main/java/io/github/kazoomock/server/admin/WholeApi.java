package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Everything that this server answers as one document of OpenAPI: KAZOO's API under {@code /v2} and the mock's own
 * under {@code /__admin}. The mock's own is a resource, which a test holds to the routes.
 */
final class WholeApi {
    private static final String OWN = "/__admin";
    private static final String OF_SANDBOXES = OWN + "/sandboxes/{sandbox}";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private WholeApi() {}

    /** @param kazoo KAZOO's API, with paths below {@code /v2} */
    static JsonObject with(JsonObject kazoo) {
        return join(kazoo, own());
    }

    private static JsonObject join(JsonObject kazoo, JsonObject own) {
        JsonObject.Builder paths = JsonObject.builder();
        kazoo.object("paths").forEach((path, item) -> paths.put("/v2" + path, item));
        own.object("paths").forEach((path, value) -> {
            JsonObject item = secured((JsonObject) value, own.array("security"));
            paths.put(OWN + path, item.without("servers"));
            if (item.has("servers")) {
                paths.put(OF_SANDBOXES + path, inSandbox(item.without("servers")));
            }
        });
        JsonObject.Builder components = JsonObject.builder();
        for (String kind : own.object("components").keys()) {
            components.put(kind, both(kind, kazoo.object("components", kind), own.object("components", kind)));
        }
        List<Json> tags = new ArrayList<>(own.array("tags").values());
        tags.addAll(kazoo.array("tags").values());
        return own.with(
                        JsonArray.of(JsonObject.of("url", Json.of("/"), "description", Json.of("This server."))),
                        "servers")
                .with(new JsonArray(tags), "tags")
                .with(kazoo.array("security"), "security")
                .with(paths.build(), "paths")
                .with(components.build(), "components");
    }

    private static JsonObject both(String kind, JsonObject kazoo, JsonObject own) {
        for (String name : own.keys()) {
            if (kazoo.has(name)) {
                throw new IllegalStateException("two components/" + kind + "/" + name + "; rename the mock's own");
            }
        }
        return own.plus(kazoo);
    }

    private static JsonObject secured(JsonObject item, JsonArray security) {
        JsonObject result = item;
        for (String method : METHODS) {
            if (item.has(method)) {
                result = result.with(security, method, "security");
            }
        }
        return result;
    }

    /** The same of any sandbox by its name. */
    private static JsonObject inSandbox(JsonObject item) {
        List<Json> parameters = new ArrayList<>(item.array("parameters").values());
        parameters.add(0, JsonObject.of("$ref", Json.of("#/components/parameters/sandbox")));
        JsonObject result = item.with(new JsonArray(parameters), "parameters");
        for (String method : METHODS) {
            if (item.has(method)) {
                String id = item.object(method).textOr("operationId", method.toLowerCase(Locale.ROOT));
                result = result.with(Json.of(id + "InSandbox"), method, "operationId");
            }
        }
        return result;
    }

    private static JsonObject own() {
        try (InputStream in = WholeApi.class.getResourceAsStream("openapi.json")) {
            return (JsonObject) Json.parse(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
