package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.AuthConfig;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.auth.Secrets;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** Operations on tokens: a fresh one, and an end to all of somebody's (auth sheet 13, decision A11). */
final class Auth {
    private static final String METHOD = "cb_auth";
    private static final String RESET = "reset_signature_secret";

    private final Gate gate;
    private final Tokens tokens;

    private Auth(Gate gate, Tokens tokens) {
        this.gate = gate;
        this.tokens = tokens;
    }

    static Noun noun(Tokens tokens) {
        TokenInfo info = new TokenInfo(tokens);
        return Noun.of(
                "auth",
                info.operation("auth.tokeninfo.get", Verb.GET),
                info.operation("auth.tokeninfo.post", Verb.POST),
                Operation.of("auth.action", Verb.PUT, "auth")
                        .at("/auth")
                        .at("/accounts/{ACCOUNT_ID}/auth")
                        .at("/accounts/{ACCOUNT_ID}/users/{USER_ID}/auth")
                        .access(Access.ANY_TOKEN)
                        .evidence(Evidence.sheet("auth 13"), Evidence.sheet("delta 2.2"))
                        .query("action")
                        .handler(new Auth(new Gate(tokens), tokens)::act));
    }

    private Outcome act(Call call, Transaction transaction) {
        String action = String.valueOf(call.options().text("action"));
        if (action.equals("refresh_token") && call.nouns().size() == 1) {
            return refresh(call, transaction);
        }
        if (action.equals(RESET) && call.accountId() != null) {
            return reset(call, transaction);
        }
        if (!call.knownCaller().superduper()) {
            return Problems.forbidden();
        }
        return action.equals(RESET) ? resetAll(transaction) : Problem.of(500, "action required", "action required");
    }

    private Outcome refresh(Call call, Transaction transaction) {
        Caller caller = call.knownCaller();
        Account account = transaction.existing(caller.accountId());
        Document user = caller.ownerId() == null ? null : account.get("user", caller.ownerId());
        if (!call.does(Decision.REFRESH_NEEDS_RENEW)) {
            return gate.token(call, transaction, Grant.of(METHOD, account, user));
        }
        String method = caller.method();
        if (!AuthConfig.of(transaction.world(), account).renews(method)) {
            return new Problem(405, method + " not allowed to renew", JsonObject.EMPTY);
        }
        JsonObject fresh = Grant.of(method, account, user).claims(transaction.world(), transaction.now());
        return Reply.value(JsonObject.EMPTY)
                .withToken(tokens.sign(caller.claims().plus(fresh)));
    }

    private static Outcome reset(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        Document holder =
                call.context("users").map(userId -> account.get("user", userId)).orElse(account.document());
        JsonObject hidden = holder.hidden().with(Json.of(transaction.newSecret(32)), Secrets.KEY);
        transaction.put(account.id(), holder.next(holder.open(), hidden, transaction.now()));
        return Reply.nothing();
    }

    private static Outcome resetAll(Transaction transaction) {
        JsonObject hidden = JsonObject.of(Secrets.KEY, Json.of(transaction.newSecret(32)));
        transaction.putSystem(
                Document.create(Secrets.SYSTEM, Secrets.SYSTEM, JsonObject.EMPTY, hidden, transaction.now()));
        return Reply.nothing();
    }
}
