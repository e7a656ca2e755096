package io.github.kazoomock.server.exchanges;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request and reply of a seed document, from a data file.
 *
 * @param before requests that make the world fit; only method, path, caller, and perhaps a body and a time
 * @param reply the sample; null where the document shows none
 */
record SeedExchange(
        String name,
        List<Request> before,
        Request request,
        int status,
        @Nullable JsonObject reply) {

    /**
     * A request as the document's curl sends it.
     *
     * @param headers with {@code {AUTH_TOKEN}} for the caller's token
     * @param at when it is sent, in Gregorian seconds; 0 for whatever time it is
     */
    record Request(
            String account,
            String username,
            String method,
            String path,
            JsonObject headers,
            @Nullable String body,
            long at) {

        private static Request of(JsonObject caller, JsonObject request) {
            return new Request(
                    required(caller, "account"),
                    required(caller, "username"),
                    required(request, "method"),
                    required(request, "path"),
                    request.object("headers"),
                    request.text("body"),
                    request.integer(0, "at"));
        }
    }

    /** All exchanges of one folder of data files, by file name. */
    static Stream<SeedExchange> in(String folder) {
        return Samples.in(folder).stream().map(SeedExchange::read);
    }

    private static SeedExchange read(Path file) {
        JsonObject json = (JsonObject) Samples.read(file);
        List<Request> before = json.array("before").values().stream()
                .map(JsonObject.class::cast)
                .map(earlier -> Request.of(
                        earlier.object("caller"),
                        earlier.with(JsonObject.of("X-Auth-Token", Json.of("{AUTH_TOKEN}")), "headers")))
                .toList();
        return new SeedExchange(
                required(json, "name"),
                before,
                Request.of(json.object("caller"), json.object("request")),
                (int) json.integer(0, "status"),
                json.get("reply") instanceof JsonObject sample ? sample : null);
    }

    private static String required(JsonObject object, String key) {
        return Objects.requireNonNull(object.text(key), () -> "no " + key + " in " + object);
    }

    @Override
    public String toString() {
        return name;
    }
}
