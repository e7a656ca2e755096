package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Interactions as stub mappings of WireMock: a success for every id, a refusal for just what is refused. Stubs know no
 * state: where two interactions differ in nothing that is sent, the first is kept.
 */
public final class Stubs {
    private static final String TOKEN = "x-auth-token";

    private Stubs() {}

    /** One file of mappings, as {@code mappings/kazoo.json} below WireMock's root. */
    public static JsonObject of(List<Interaction> interactions) {
        List<Json> mappings = new ArrayList<>();
        Set<JsonObject> asked = new HashSet<>();
        for (Interaction each : interactions) {
            JsonObject request = request(each);
            if (asked.add(request)) {
                mappings.add(mapping(each, request));
            }
        }
        return JsonObject.of("mappings", new JsonArray(mappings));
    }

    private static JsonObject mapping(Interaction each, JsonObject request) {
        String name = each.description();
        return JsonObject.builder()
                .put(
                        "id",
                        UUID.nameUUIDFromBytes(Hash.md5(name).getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("name", name)
                .put("priority", priority(each))
                .put("request", request)
                .put("response", response(each.response()))
                .put(
                        "metadata",
                        JsonObject.builder()
                                .put("operation", each.operation().id())
                                .put("grade", each.operation().grade().words())
                                .put(
                                        "grade_date",
                                        each.operation().grade().date().toString())
                                .build())
                .build();
    }

    /** Refusals before successes; of these the more that is spelt out, the earlier. */
    private static int priority(Interaction each) {
        int holes = Holes.names(each.template().path()).size();
        return each.response().isSuccess() ? 10 + holes : each.response().status() == 401 ? 5 : 1;
    }

    private static JsonObject request(Interaction each) {
        Request sent = each.request();
        boolean loose = each.response().isSuccess() || each.response().status() == 401;
        JsonObject.Builder request = JsonObject.builder().put("method", sent.method());
        if (loose) {
            request.put("urlPathPattern", pattern(each.template().path()));
        } else {
            request.put("urlPath", sent.path());
        }
        JsonObject.Builder query = JsonObject.builder();
        sent.query().forEach(one -> query.put(one.name(), JsonObject.of("equalTo", Json.of(one.value()))));
        if (!sent.query().isEmpty()) {
            request.put("queryParameters", query.build());
        }
        JsonObject headers = headers(each);
        if (!headers.isEmpty()) {
            request.put("headers", headers);
        }
        if (!loose && sent.isJson()) {
            request.put(
                    "bodyPatterns",
                    JsonArray.of(JsonObject.of(
                            "equalToJson", Json.of(Json.parse(sent.body()).toString()))));
        }
        return request.build();
    }

    private static JsonObject headers(Interaction each) {
        String token = each.request().headers().get(TOKEN);
        int status = each.response().status();
        if (token == null) {
            return status == 401
                    ? JsonObject.of("X-Auth-Token", JsonObject.of("absent", Json.of(true)))
                    : JsonObject.EMPTY;
        }
        return status == 403
                ? JsonObject.of("X-Auth-Token", JsonObject.of("equalTo", Json.of(token)))
                : JsonObject.EMPTY;
    }

    /** The path with any text in its holes. */
    private static String pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        String rest = template;
        while (true) {
            int hole = rest.indexOf("${");
            if (hole < 0) {
                return pattern.append(literal(rest)).toString();
            }
            pattern.append(literal(rest.substring(0, hole))).append("[^/]+");
            rest = rest.substring(rest.indexOf('}', hole) + 1);
        }
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\.^$|?*+()\\[\\]{}])", "\\\\$1");
    }

    private static JsonObject response(Response response) {
        JsonObject.Builder stub = JsonObject.builder().put("status", response.status());
        JsonObject.Builder headers = JsonObject.builder();
        response.headers().forEach((name, value) -> {
            if (!name.equals("content-length") && !name.equals("transfer-encoding") && !name.equals("date")) {
                headers.put(name, Json.of(value));
            }
        });
        stub.put("headers", headers.build());
        if (response.json() != null) {
            stub.put("body", new String(response.body(), StandardCharsets.UTF_8));
        } else if (response.body().length > 0) {
            stub.put("base64Body", Base64.getEncoder().encodeToString(response.body()));
        }
        return stub.build();
    }
}
