package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.AccountStanding;
import io.github.kazoomock.server.auth.AuthConfig;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Locations;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Standing;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** The last steps that all ways to log in share: may this account come in, and the reply with its new token. */
final class Gate {
    /** What a login costs beside the usual one (decision H11). */
    static final int COST = 35;

    private final Tokens tokens;

    Gate(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Refuses expired trials and disabled accounts (decision A1). */
    static void checkStanding(Call call, Account account) {
        Long over = AccountStanding.trialOver(account, call.now());
        if (over != null) {
            throw Standing.trialOver(call.sandbox(), over).refusal();
        }
        if (!AccountStanding.enabled(account)) {
            throw Standing.disabled(call.sandbox()).refusal();
        }
    }

    /** The claims of the caller's token with what a login would tell (auth sheet 9). */
    static Reply ownData(Call call, Transaction transaction) {
        Caller caller = call.knownCaller();
        Account account = transaction.existing(caller.accountId());
        Document user = caller.ownerId() == null ? null : account.get("user", caller.ownerId());
        Grant grant = Grant.of(caller.method(), account, user);
        return Reply.value(caller.claims().plus(data(call, transaction, grant)));
    }

    /** What a token is for, as {@code data} of a login. */
    static JsonObject data(Call call, Transaction transaction, Grant grant) {
        LoginData data = new LoginData(transaction.world(), grant.account(), grant.user());
        return call.does(Decision.LOGIN_BY_ACCOUNT_ID) ? data.dataWithUser() : data.data();
    }

    /** A success with a new token. */
    Reply token(Call call, Transaction transaction, Grant grant) {
        return token(transaction, grant, data(call, transaction, grant));
    }

    /** A success with a new token and other data than that of a login. */
    Reply token(Transaction transaction, Grant grant, JsonObject data) {
        if (!AuthConfig.of(transaction.world(), grant.account()).enabled(grant.method())) {
            throw Problems.expiredCredentials().refusal();
        }
        String token = tokens.sign(grant.claims(transaction.world(), transaction.now()));
        return Reply.value(data).withRevision(null).withToken(token);
    }

    /** A success in the shape of a plain login (decision A3). */
    Reply login(Call call, Transaction transaction, Grant grant) {
        String id = grant.user() == null ? grant.account().id() : grant.user().id();
        return token(call, transaction, grant)
                .withRevision(Reply.AUTOMATIC)
                .withEnvelope("page_size", Json.of(1))
                .withHeader("location", Locations.of(call, id));
    }
}
