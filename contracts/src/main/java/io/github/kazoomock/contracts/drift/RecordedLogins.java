package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.contracts.record.world.RecordedWorld;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.world.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The logins of a recording, whose credentials were taken out: in the fixture of the recording everybody's password is
 * known, so that a login can be asked for again when the recording shows whose it was.
 *
 * @param usernames by user id
 */
record RecordedLogins(Map<String, String> usernames) {

    static RecordedLogins of(List<Exchange> exchanges) {
        Map<String, String> usernames = new HashMap<>();
        exchanges.forEach(exchange -> {
            if (exchange.response().json() instanceof JsonObject envelope) {
                note(envelope.get("data"), usernames);
            }
        });
        return new RecordedLogins(Map.copyOf(usernames));
    }

    private static void note(@Nullable Json json, Map<String, String> usernames) {
        if (json instanceof JsonArray rows) {
            rows.forEach(row -> note(row, usernames));
        } else if (json instanceof JsonObject user && user.text("id") != null && user.text("username") != null) {
            usernames.put(user.textOr("id", ""), user.textOr("username", ""));
        }
    }

    /** True for what asks for a token with credentials. */
    static boolean isLogin(Exchange exchange) {
        return exchange.method().equals("PUT") && exchange.path().endsWith("_auth");
    }

    /** The login as the recorded world takes it; null when nobody knows whose it was, or with which secret. */
    @Nullable
    Request asked(Exchange exchange, Request request) {
        if (!isLogin(exchange) || !exchange.response().isSuccess()) {
            return request;
        }
        String user = exchange.response().json() instanceof JsonObject reply ? reply.text("data", "owner_id") : null;
        String username = user == null ? null : usernames.get(user);
        if (username == null || !request.isJson() || !(Json.parse(request.body()) instanceof JsonObject envelope)) {
            return null;
        }
        if (!exchange.path().endsWith("/user_auth") || !envelope.object("data").has("credentials")) {
            return null;
        }
        String credentials = Hash.md5(username + ":" + RecordedWorld.password());
        return request.withJson(envelope.without("data", "method").with(Json.of(credentials), "data", "credentials"));
    }
}
