package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens of a recording, which are pseudonyms, and whose they were: the user that a login's reply names, else an admin
 * of the account that was asked about, else whoever may do everything.
 */
record RecordedTokens(Map<String, String> holes, JsonObject wanted) {
    private static final String HEADER = "x-auth-token";

    static RecordedTokens of(List<Exchange> exchanges, boolean isOther) {
        Map<String, JsonObject> owners = new LinkedHashMap<>();
        for (Exchange exchange : exchanges) {
            if (exchange.response().json() instanceof JsonObject reply) {
                String token = reply.text("auth_token");
                JsonObject data = reply.object("data");
                if (token != null
                        && data.text("owner_id") != null
                        && exchange.path().endsWith("_auth")) {
                    owners.putIfAbsent(token, data);
                }
            }
        }
        Map<String, String> holes = new LinkedHashMap<>();
        JsonObject.Builder wanted = JsonObject.builder();
        for (Exchange exchange : exchanges) {
            String token = exchange.requestHeaders().get(HEADER);
            if (token != null && !holes.containsKey(token)) {
                String hole = "TOKEN_" + (holes.size() + 1);
                holes.put(token, hole);
                wanted.put(hole, people(owners.getOrDefault(token, JsonObject.EMPTY), exchange.path(), isOther));
            }
        }
        return new RecordedTokens(Map.copyOf(holes), wanted.build());
    }

    private static JsonArray people(JsonObject login, String path, boolean isOther) {
        List<Json> people = new ArrayList<>();
        String user = login.text("owner_id");
        if (isOther) {
            people.add(JsonObject.of("role", Json.of("account_admin"), "account", Json.of("${ACCOUNT_ID}")));
        } else {
            if (user != null) {
                people.add(JsonObject.of("user", Json.of(user)));
            }
            String[] steps = path.split("/");
            String account = steps.length > 3 && steps[2].equals("accounts") ? steps[3] : login.text("account_id");
            if (account != null) {
                people.add(JsonObject.of("role", Json.of("account_admin"), "account", Json.of(account)));
            }
        }
        people.add(JsonObject.of("role", Json.of("superduper_admin")));
        return new JsonArray(people);
    }

    /** The request with a hole for its token. */
    Request asked(Request request) {
        String token = request.headers().get(HEADER);
        String hole = token == null ? null : holes.get(token);
        return hole == null ? request : request.with(HEADER, "${" + hole + "}");
    }
}
