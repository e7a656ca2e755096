package io.github.kazoomock.contracts.target;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.Pointer;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Holes;
import io.github.kazoomock.server.export.Logins;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Provider states by reading alone: the account is the caller's, and what would be made is the first that a list has.
 * Nobody is logged in but the caller.
 */
public final class FoundStates implements Establishing {
    private static final int FORBIDDEN = 403;
    private static final String FOREIGN = "FOREIGN_ACCOUNT_ID";
    private static final String ID = "/data/id";
    private static final String FIRST_ID = "/data/0/id";

    private final Session session;
    private final Caller caller;

    public FoundStates(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    @Override
    public void check(int status, Set<String> values) {
        if (status == FORBIDDEN && caller.isSuperduper()) {
            throw new NotSent("read-only: a superduper admin is forbidden nothing");
        }
        if (values.contains(FOREIGN) && foreign().isEmpty()) {
            throw new NotSent("read-only: there is no account that these credentials may not see");
        }
    }

    /** Who sells to an account is above it, and may not be seen from there. */
    private String foreign() {
        boolean isOwn = caller.isSuperduper() || caller.resellerId().equals(caller.accountId());
        return isOwn ? "" : caller.resellerId();
    }

    @Override
    public Map<String, String> establish(Given given) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ACCOUNT_ID", caller.accountId());
        values.put("ACCOUNT_NAME", caller.accountName());
        values.put("REALM", caller.realm());
        if (!foreign().isEmpty()) {
            values.put(FOREIGN, foreign());
        }
        String role = given.params().text("login");
        if (role != null) {
            if (!role.equals(Logins.ACCOUNT_ADMIN) && !caller.is(role)) {
                throw new NotSent("read-only: it needs a login as " + role + ", and these credentials are none");
            }
            values.put(Logins.AUTH_TOKEN, session.token());
        }
        for (Json thing : given.params().array("things")) {
            find((JsonObject) thing, values);
        }
        for (Json document : given.params().array("documents")) {
            JsonObject wanted = (JsonObject) document;
            find(wanted.with(Json.of("/v2/accounts/${ACCOUNT_ID}/" + wanted.textOr("noun", "")), "path"), values);
        }
        return values;
    }

    @Override
    public boolean isSpoiltBy(Request request) {
        return false;
    }

    @Override
    public void tidy() {
        // nothing was made
    }

    @Override
    public void startAnew() {
        // it never was anything else
    }

    private void find(JsonObject thing, Map<String, String> values) {
        String method = thing.textOr("method", "PUT");
        String take = thing.textOr("take", ID);
        boolean isRead = method.equals("GET");
        if (!isRead && !(method.equals("PUT") && take.equals(ID))) {
            throw new NotSent("read-only: " + thing.textOr("as", "something") + " would have to be made");
        }
        String path = Holes.fillPath(thing.textOr("path", ""), values);
        Response response = session.ask(Request.of("GET", path));
        Json answer = response.json();
        Json taken = answer == null ? null : Pointer.at(answer, isRead ? take : FIRST_ID);
        if (!response.isSuccess() || taken == null) {
            throw new NotSent("read-only: GET " + path + " (" + response.status() + ") has nothing that could be "
                    + thing.textOr("as", "taken"));
        }
        String text = taken.text();
        values.put(thing.textOr("as", ""), text == null ? taken.toString() : text);
    }
}
