package io.github.kazoomock.contracts.target;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.util.List;
import java.util.Map;

/**
 * An account that lives as long as a run, with an admin and a plain user; passwords are ours to know.
 *
 * @param users by role
 */
record Scratch(String accountId, String name, String realm, Map<String, User> users) {

    /** Somebody who can log in. */
    record User(String id, Credentials.Password credentials) {}

    /** None yet. */
    static final Scratch NONE = new Scratch("", "", "", Map.of());

    /**
     * Creates it below the caller's account.
     *
     * @param mark that nobody else has: letters and digits
     * @throws Unreachable when the server refuses
     */
    static Scratch create(HttpTarget target, Session session, Caller caller, String mark, String password) {
        String name = "kazoo-mock scratch " + mark;
        String realm = mark + ".kazoo-mock.invalid";
        target.ledger().announce(name, caller.accountId());
        JsonObject account = put(
                session,
                "/v2/accounts/" + caller.accountId(),
                JsonObject.of("name", Json.of(name), "realm", Json.of(realm)));
        String id = account.textOr("id", "");
        User admin = user(target, session, id, name, "admin", mark, password);
        User plain = user(target, session, id, name, "user", mark, password);
        return new Scratch(id, name, account.textOr("realm", realm), Map.of("account_admin", admin, "user", plain));
    }

    private static User user(
            HttpTarget target,
            Session session,
            String accountId,
            String account,
            String level,
            String mark,
            String start) {
        String username = "scratch-" + level + "-" + mark;
        String password = start + level;
        Credentials.Password credentials = new Credentials.Password(username, password, account);
        target.secrets().add(credentials.secrets());
        JsonObject user = put(
                session,
                "/v2/accounts/" + accountId + "/users",
                JsonObject.builder()
                        .put("first_name", "Scratch")
                        .put("last_name", level)
                        .put("username", username)
                        .put("password", password)
                        .put("priv_level", level)
                        .build());
        return new User(user.textOr("id", ""), credentials);
    }

    /** Without a mail to anybody (accounts sheet 5). */
    private static JsonObject put(Session session, String path, JsonObject data) {
        Request request = new Request(
                        "PUT",
                        path,
                        List.of(new Request.Parameter("send_email_on_creation", "false")),
                        Map.of(),
                        new byte[0])
                .withJson(JsonObject.of("data", data));
        Response answer = session.ask(request);
        JsonObject made = answer.json() instanceof JsonObject envelope ? envelope.object("data") : JsonObject.EMPTY;
        if (!answer.isSuccess() || made.text("id") == null) {
            throw new Unreachable("the scratch account cannot be made: PUT " + path + " answered " + answer.status()
                    + (answer.status() == 402 ? " (it costs something)" : "")
                    + ". Use credentials that may create accounts, or --read-only");
        }
        return made;
    }
}
