package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> sent = new HashSet<>();
        Set<JsonObject> asked = new HashSet<>();
        Map<String, Interaction> first = new HashMap<>();
        for (Interaction each : interactions) {
            Interaction good = first.computeIfAbsent(each.operation().id(), id -> each);
            JsonObject request = request(each, good);
            if (sent.add(each.request().key()) && asked.add(request)) {
                mappings.add(mapping(each, request, priority(each, good)));
            }
        }
        return JsonObject.of("mappings", new JsonArray(mappings));
    }

    private static JsonObject mapping(Interaction each, JsonObject request, int priority) {
        String name = each.description();
        return JsonObject.builder()
                .put(
                        "id",
                        UUID.nameUUIDFromBytes(Hash.md5(name).getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("name", name)
                .put("priority", priority)
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

    /** Refusals before successes, those of one token first; of successes the more that is spelt out, the earlier. */
    private static int priority(Interaction each, Interaction good) {
        if (isLoose(each, good)) {
            return 10 + Holes.names(each.template().path()).size();
        }
        return each.response().status() == 403 ? 1 : 2;
    }

    /** True for what is answered whatever ids and body are: a success, and that nobody is logged in who must be. */
    private static boolean isLoose(Interaction each, Interaction good) {
        return each.response().isSuccess() || isLockedOut(each, good);
    }

    private static boolean isLockedOut(Interaction each, Interaction good) {
        return each.response().status() == 401
                && !each.request().headers().containsKey(TOKEN)
                && good.request().headers().containsKey(TOKEN);
    }

    /** @param good the first interaction of the operation: what lacks a key of its query string is another request */
    private static JsonObject request(Interaction each, Interaction good) {
        Request sent = each.request();
        boolean loose = isLoose(each, good);
        Set<String> keys = new TreeSet<>();
        good.request().query().forEach(one -> keys.add(one.name()));
        sent.query().forEach(one -> keys.add(one.name()));
        JsonObject.Builder request = JsonObject.builder().put("method", sent.method());
        if (loose) {
            request.put("urlPathPattern", pattern(each.template().path()));
        } else {
            request.put("urlPath", sent.path());
        }
        JsonObject.Builder query = JsonObject.builder();
        keys.forEach(key -> query.put(key, JsonObject.of("absent", Json.of(true))));
        sent.query().forEach(one -> query.put(one.name(), JsonObject.of("equalTo", Json.of(one.value()))));
        if (!keys.isEmpty()) {
            request.put("queryParameters", query.build());
        }
        JsonObject headers = headers(each, good);
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

    private static JsonObject headers(Interaction each, Interaction good) {
        String token = each.request().headers().get(TOKEN);
        int status = each.response().status();
        if (token == null) {
            return isLockedOut(each, good)
                    ? JsonObject.of("X-Auth-Token", JsonObject.of("absent", Json.of(true)))
                    : JsonObject.EMPTY;
        }
        return JsonObject.of(
                "X-Auth-Token",
                status == 403 ? JsonObject.of("equalTo", Json.of(token)) : JsonObject.of("matches", Json.of(".+")));
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
