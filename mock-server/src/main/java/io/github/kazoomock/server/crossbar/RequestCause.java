package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;

/** A request as the reason of a change: who asked for it and how (services sheet 7.3). */
public record RequestCause(Call call, World world) implements Cause {

    @Override
    public JsonObject told() {
        JsonObject.Builder told = JsonObject.builder().put("crossbar_request", true);
        Caller caller = call.caller();
        Account account = caller == null ? null : world.account(caller.accountId());
        if (caller != null && account != null) {
            told.put("authentication", authentication(caller, account));
            Document user = caller.ownerId() == null ? null : account.get("user", caller.ownerId());
            if (user != null) {
                told.put("agent", agent(account, user));
            }
        }
        return told.put("request", request()).build();
    }

    private static JsonObject authentication(Caller caller, Account account) {
        return JsonObject.builder()
                .put("type", caller.method().equals("cb_basic_auth") ? "basic" : "x-auth-token")
                .put("account_id", account.id())
                .putIfPresent("account_name", account.document().open().get("name"))
                .build();
    }

    private static JsonObject agent(Account account, Document user) {
        String first = user.open().textOr("first_name", "");
        String last = user.open().textOr("last_name", "");
        return JsonObject.builder()
                .put("type", "user")
                .put("type_id", user.id())
                .put("account_id", account.id())
                .put("first_name", first)
                .put("last_name", last)
                .put("full_name", (first + " " + last).strip())
                .build();
    }

    private JsonObject request() {
        return JsonObject.builder()
                .put("id", call.requestId())
                .put("client_ip", call.in().clientIp())
                .put("method", call.verb().name())
                .put("path", Json.of(call.in().path()))
                .build();
    }
}
