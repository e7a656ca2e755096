package io.github.kazoomock.server.exchanges;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The methods of one family of KAZOO's JavaScript SDK, in an order in which they make sense.
 *
 */
record SdkFamily(String name, List<Method> methods) {

    /**
     * One method and a call of it.
     *
     * @param url below the API root, with the SDK's own placeholders
     * @param call what is sent and what comes back
     */
    record Method(String name, String verb, String url, JsonObject call) {
        /** Who calls it. */
        String caller() {
            return call.textOr("as", call.isTrue("anonymous") ? Scene.NOBODY : Scene.ADMIN);
        }

        /** The body that the SDK sends; null for none. */
        @Nullable
        String body() {
            if (call.has("raw")) {
                return call.text("raw");
            }
            if (verb.equals("GET")) {
                return null;
            }
            JsonObject origin =
                    (JsonObject) Json.parse("{\"version\":\"4.3.0\",\"ui\":\"monster-ui\",\"origin\":\"core\"}");
            JsonObject data = call.object("data");
            JsonObject sent = call.isTrue("plain") ? data : data.with(origin, "ui_metadata");
            JsonObject body = JsonObject.of("data", sent);
            return (call.isTrue("charges") ? body.with(Json.of(true), "accept_charges") : body).toString();
        }

        /** The URL that the SDK asks with {@code cache: false}. */
        String freshUrl() {
            return verb.equals("GET") ? url + (url.contains("?") ? "&" : "?") + "_=1763659000000" : url;
        }
    }

    /** All families that we know, by name. */
    static List<SdkFamily> all() {
        return Samples.in("sdk").stream()
                .map(file -> of((JsonObject) Samples.read(file)))
                .toList();
    }

    private static SdkFamily of(JsonObject family) {
        List<Method> methods = family.array("methods").values().stream()
                .map(JsonObject.class::cast)
                .map(call -> new Method(required(call, "method"), required(call, "verb"), required(call, "url"), call))
                .toList();
        return new SdkFamily(required(family, "family"), methods);
    }

    private static String required(JsonObject object, String key) {
        return Objects.requireNonNull(object.text(key), () -> "no " + key + " in " + object);
    }

    @Override
    public String toString() {
        return name;
    }
}
