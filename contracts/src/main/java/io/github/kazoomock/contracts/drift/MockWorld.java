package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.drift.Stage.NotPlayable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Holes;
import io.github.kazoomock.server.export.Logins;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/**
 * A sandbox that others are copies of, and who is there.
 *
 * @param isScratch true when it is that of a live run, whose caller is everybody above the account
 * @param accounts ids by the names of values
 * @param logins what was asked for; tokens are good in all copies
 */
record MockWorld(
        MockHttp mock,
        String sandbox,
        boolean isScratch,
        Map<String, String> accounts,
        ConcurrentMap<JsonObject, JsonObject> logins) {

    /** What every session knows; a user that is named as {@code AUTH_TOKEN} brings the account along. */
    Map<String, String> values(JsonObject params) {
        Map<String, String> values = new LinkedHashMap<>(accounts);
        role(params.textOr("login", Logins.ACCOUNT_ADMIN))
                .forEach((name, value) -> values.put(name, String.valueOf(value.text())));
        params.object("tokens").forEach((name, who) -> {
            if (who instanceof JsonArray several) {
                values.put(name, first((JsonArray) Holes.fill(several, values)));
            } else {
                token(name, (JsonObject) who, values);
            }
        });
        return values;
    }

    private void token(String name, JsonObject wanted, Map<String, String> values) {
        String role = wanted.text("role");
        if (role == null || wanted.has("account")) {
            user(name, wanted, values);
        } else {
            values.put(name, role(role).textOr(Logins.AUTH_TOKEN, ""));
        }
    }

    /** The token of the first of several people who is there. */
    private String first(JsonArray several) {
        String path = "sandboxes/" + sandbox + "/tokens";
        for (Json who : several) {
            Optional<JsonObject> login = mock.ifThere("POST", path, (JsonObject) who);
            if (login.isPresent()) {
                return login.get().textOr("auth_token", "");
            }
        }
        throw new NotPlayable("there is nobody in the mock's world like " + several);
    }

    private JsonObject role(String role) {
        // who makes a live run is one person, in an account that may be a reseller's and the top one at once
        boolean isCaller = isScratch && role.equals("reseller");
        JsonObject params = JsonObject.of("login", Json.of(isCaller ? "superduper_admin" : role));
        return logins.computeIfAbsent(
                params,
                wanted -> mock.ifThere("POST", "sandboxes/" + sandbox + "/states", JsonObject.of("params", wanted))
                        .orElseThrow(() -> new NotPlayable("nobody is " + role + " in the mock's world")));
    }

    private void user(String name, JsonObject who, Map<String, String> values) {
        JsonObject login =
                logins.computeIfAbsent(who, wanted -> mock.admin("POST", "sandboxes/" + sandbox + "/tokens", wanted));
        String prefix = name.equals(Logins.AUTH_TOKEN) ? "" : name + "_";
        values.put(name, login.textOr("auth_token", ""));
        values.put(prefix + "ACCOUNT_ID", login.textOr("account_id", ""));
        values.put(prefix + "ACCOUNT_NAME", login.textOr("account_name", ""));
        values.put(prefix + "REALM", login.textOr("realm", ""));
        values.put(prefix + "USER_ID", login.textOr("user_id", ""));
    }
}
