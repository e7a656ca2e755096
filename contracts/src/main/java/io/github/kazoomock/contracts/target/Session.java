package io.github.kazoomock.contracts.target;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.Target;
import java.util.List;

/** The caller's login on a server: made when it is first needed, and again when the server no longer takes it. */
public final class Session {
    private static final int UNAUTHORIZED = 401;

    private final HttpTarget target;
    private final Credentials credentials;
    private final String where;
    private String token = "";

    /** @param where the server, for messages */
    public Session(HttpTarget target, Credentials credentials, String where) {
        this.target = target;
        this.credentials = credentials;
        this.where = where;
        target.secrets().add(credentials.secrets());
        target.ledger().ownLogin(credentials.secrets());
    }

    /** Where the credentials open. */
    public Target target() {
        return target;
    }

    /**
     * The caller's token.
     *
     * @throws Unreachable when the server does not take the credentials
     */
    public synchronized String token() {
        if (token.isEmpty()) {
            token = login();
            target.secrets().add(List.of(token));
        }
        return token;
    }

    /** Asks as the caller; a token that is no longer good is replaced once. */
    public synchronized Response ask(Request request) {
        Response response = target.ask(request.with("x-auth-token", token()));
        if (response.status() == UNAUTHORIZED && !(credentials instanceof Credentials.Token)) {
            token = "";
            response = target.ask(request.with("x-auth-token", token()));
        }
        return response;
    }

    /** Asks as the caller, and takes a 401 for an answer. */
    synchronized Response askOnce(Request request) {
        return target.ask(request.with("x-auth-token", token()));
    }

    /** True when the server takes the caller's token as it is. */
    boolean isGood() {
        return askOnce(Request.of("GET", "/v2/token_auth")).isSuccess();
    }

    /** Looks up who the caller is. */
    public Caller caller() {
        String accountId = data(ask(Request.of("GET", "/v2/token_auth")), "GET /v2/token_auth")
                .textOr("account_id", "");
        if (accountId.isEmpty()) {
            throw new Unreachable(where + " does not say whose token it is (GET /v2/token_auth without account_id);"
                    + " is it a Crossbar API?");
        }
        target.ledger().foreign(accountId);
        String path = "/v2/accounts/" + accountId;
        Response answer = ask(Request.of("GET", path));
        JsonObject account = data(answer, "GET " + path);
        // newer servers have these beside the data (accounts sheet 4)
        JsonObject all = answer.json() instanceof JsonObject envelope
                ? envelope.object("metadata").plus(account)
                : account;
        return new Caller(
                accountId,
                all.textOr("name", ""),
                all.textOr("realm", ""),
                all.isTrue("superduper_admin"),
                all.isTrue("is_reseller"),
                all.textOr("reseller_id", accountId));
    }

    private String login() {
        if (credentials instanceof Credentials.Password user) {
            JsonObject data = JsonObject.of(
                    "credentials", Json.of(Digests.credentials(user.username(), user.password())),
                    "account_name", Json.of(user.accountName()));
            return login(target, "/v2/user_auth", data, credentials + " of account '" + user.accountName() + "'");
        }
        if (credentials instanceof Credentials.ApiKey key) {
            return login(
                    target, "/v2/api_auth", JsonObject.of("api_key", Json.of(key.apiKey())), credentials.toString());
        }
        return ((Credentials.Token) credentials).token();
    }

    private String login(Target at, String path, JsonObject data, String whose) {
        Response answer = at.ask(Request.of("PUT", path).withJson(JsonObject.of("data", data)));
        String made = answer.json() instanceof JsonObject envelope ? envelope.text("auth_token") : null;
        if (!answer.isSuccess() || made == null) {
            throw new Unreachable(where + " does not let us in with " + whose + ": PUT " + path + " answered "
                    + answer.status() + said(answer) + ". Check the credentials (--credentials FILE)");
        }
        return made;
    }

    private JsonObject data(Response answer, String request) {
        if (answer.status() == UNAUTHORIZED) {
            throw new Unreachable(where + " does not let us in with " + credentials + ": " + request + " answered 401"
                    + said(answer) + ". Check the credentials (--credentials FILE)");
        }
        if (!answer.isSuccess() || !(answer.json() instanceof JsonObject envelope)) {
            throw new Unreachable(where + " does not answer like a Crossbar API: " + request + " answered "
                    + answer.status() + said(answer) + ". Check the url, which ends in /v2 mostly (--target)");
        }
        return envelope.object("data");
    }

    /** What the server says in a word or two; never its data, in which credentials may be. */
    private static String said(Response answer) {
        String message = answer.json() instanceof JsonObject envelope ? envelope.textOr("message", "") : "";
        return message.isEmpty() ? "" : " (" + message + ")";
    }
}
