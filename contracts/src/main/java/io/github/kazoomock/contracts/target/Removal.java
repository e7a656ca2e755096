package io.github.kazoomock.contracts.target;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes the accounts of the {@link Ledger}, the newest first, so that none has descendants any more; looks for those
 * whose creation was never answered. Says what it could not delete.
 */
final class Removal {
    private static final int TRIES = 3;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final HttpTarget target;
    private final Session session;
    private final String root;

    Removal(HttpTarget target, Session session, String root) {
        this.target = target;
        this.session = session;
        this.root = root;
    }

    /** Deletes all but one. */
    List<Left> allBut(String accountId) {
        List<Left> left = new ArrayList<>();
        for (Ledger.Entry entry : target.ledger().unsure()) {
            find(entry).ifPresent(left::add);
        }
        for (Ledger.Entry entry : target.ledger().accounts()) {
            if (!entry.id().equals(accountId)) {
                delete(entry).ifPresent(left::add);
            }
        }
        return left;
    }

    private Optional<Left> find(Ledger.Entry entry) {
        String path = "/v2/accounts/" + entry.parent() + "/children";
        Request list =
                new Request("GET", path, List.of(new Request.Parameter("paginate", "false")), Map.of(), new byte[0]);
        String why = "nobody answered whether it was created";
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                Response answer = session.ask(list);
                if (isUnknown(answer)) { // then nothing can be below it
                    target.ledger().found(entry, Optional.empty());
                    return Optional.empty();
                }
                if (answer.isSuccess() && answer.json() instanceof JsonObject envelope) {
                    target.ledger().found(entry, idOf(envelope, entry.name()));
                    return Optional.empty();
                }
                why = "whether it was created is not known: GET " + path + " answered " + answer.status();
            } catch (Unreachable | NotSent e) {
                why = "whether it was created is not known: " + e.getMessage();
            }
            rest(tried);
        }
        return Optional.of(new Left(
                "perhaps account '" + entry.name() + "' below account " + entry.parent(),
                why,
                "look for it in: curl -H \"X-Auth-Token: $TOKEN\" '" + url(path) + "?paginate=false'"));
    }

    private static Optional<String> idOf(JsonObject envelope, String name) {
        for (Json row : envelope.array("data")) {
            if (row instanceof JsonObject account && name.equals(account.text("name"))) {
                return Optional.ofNullable(account.text("id"));
            }
        }
        return Optional.empty();
    }

    private Optional<Left> delete(Ledger.Entry entry) {
        String path = "/v2/accounts/" + entry.id();
        String why = "";
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                Response answer = session.ask(Request.of("DELETE", path));
                why = "DELETE " + path + " answered " + answer.status();
                boolean gone = isUnknown(answer);
                if (answer.isSuccess()) {
                    int now = session.askOnce(Request.of("GET", path)).status();
                    why += ", but GET then answered " + now;
                    gone = now == NOT_FOUND || now == UNAUTHORIZED;
                }
                if (gone) {
                    target.ledger().gone(entry.id());
                    return Optional.empty();
                }
            } catch (Unreachable | NotSent e) {
                why = String.valueOf(e.getMessage());
            }
            rest(tried);
        }
        return Optional.of(new Left(
                "account '" + entry.name() + "' (" + entry.id() + ") below account " + entry.parent(),
                why,
                "curl -X DELETE -H \"X-Auth-Token: $TOKEN\" " + url(path)));
    }

    /** Newer servers say 401 of an account that they do not have, whatever the token (decisions H1). */
    private boolean isUnknown(Response answer) {
        return answer.status() == NOT_FOUND || (answer.status() == UNAUTHORIZED && session.isGood());
    }

    private void rest(int tried) {
        if (tried < TRIES) {
            target.rest(tried);
        }
    }

    private String url(String path) {
        return root + path.substring("/v2".length());
    }
}
