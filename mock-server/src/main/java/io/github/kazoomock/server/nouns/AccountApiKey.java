package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** Shows and renews an account's API key; the old one is no good at once (accounts sheet 13, decision C20). */
final class AccountApiKey {
    private AccountApiKey() {}

    static Outcome get(Call call, Transaction transaction) {
        Document account = Accounts.asked(call, transaction).document();
        return reply(account).comparing(account.revision());
    }

    static Outcome renew(Call call, Transaction transaction) {
        Document before = Accounts.asked(call, transaction).document();
        if (!mayRenew(call, transaction)) {
            return Problems.forbidden();
        }
        JsonObject hidden = before.hidden().with(Json.of(transaction.newSecret(64)), AccountKeys.API_KEY);
        Document next = before.next(before.open(), call.signed(hidden), transaction.now());
        transaction.put(next.id(), next);
        return reply(next).against(before);
    }

    private static Reply reply(Document account) {
        Json key = Json.of(account.hidden().textOr(AccountKeys.API_KEY, ""));
        return Reply.value(JsonObject.of("api_key", key)).withRevision(account.revision());
    }

    /** Admins among the users of the caller's account; by newest KAZOO superduper admins too. */
    private static boolean mayRenew(Call call, Transaction transaction) {
        Caller caller = call.knownCaller();
        if (caller.superduper() && call.does(Decision.SUPERDUPER_RENEWS_API_KEYS)) {
            return true;
        }
        Document user = caller.ownerId() == null ? null : transaction.get(caller.accountId(), "user", caller.ownerId());
        return user != null && "admin".equals(user.open().text("priv_level"));
    }
}
