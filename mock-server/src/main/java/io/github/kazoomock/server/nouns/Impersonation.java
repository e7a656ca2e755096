package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** A superduper admin logs in as somebody else's user (auth sheet 7, decision A14). */
final class Impersonation {
    private final Gate gate;

    Impersonation(Gate gate) {
        this.gate = gate;
    }

    Outcome run(Call call, Transaction transaction, String action) {
        Caller caller = call.caller();
        String userId = call.context("users").orElse(null);
        if (caller == null || !caller.superduper()) {
            return Problems.forbidden();
        }
        if (!action.equals("impersonate_user")) {
            return Problem.of(500, "action required", "action required");
        }
        if (userId == null || caller.accountId().equals(call.accountId()) || !mayImpersonate(call, transaction)) {
            return Problems.forbidden();
        }
        Account account = transaction.existing(call.account());
        Document user = account.get("user", userId);
        if (user == null) {
            return Problems.badIdentifier(userId);
        }
        Gate.checkStanding(call, account);
        JsonObject origin = JsonObject.builder()
                .put("original_account_id", caller.accountId())
                .put("original_owner_id", caller.ownerId())
                .build();
        return gate.token(
                call, transaction, Grant.of(UserAuth.METHOD, account, user).with(origin));
    }

    /** Admins may; tokens without a user may where newest KAZOO lets them. */
    private static boolean mayImpersonate(Call call, Transaction transaction) {
        Caller caller = call.knownCaller();
        if (caller.ownerId() == null) {
            return call.does(Decision.API_KEYS_MAY_IMPERSONATE);
        }
        Document user = transaction.get(caller.accountId(), "user", caller.ownerId());
        return user != null && "admin".equals(user.open().text("priv_level"));
    }
}
