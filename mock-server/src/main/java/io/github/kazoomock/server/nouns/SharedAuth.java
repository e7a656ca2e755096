package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.auth.Credential;
import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.auth.Identity;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/**
 * Login with a token of another cluster, as KAZOO 4 had it (auth sheet 12, decision A18).
 *
 * <p>The mock is its own other cluster: its tokens are the ones that count.
 */
final class SharedAuth {
    private final Gate gate;
    private final Identities identities;

    private SharedAuth(Gate gate, Identities identities) {
        this.gate = gate;
        this.identities = identities;
    }

    static Noun noun(Tokens tokens) {
        SharedAuth logins = new SharedAuth(new Gate(tokens), new Identities(tokens));
        return Noun.of(
                "shared_auth",
                Operation.of("shared_auth.login", Verb.PUT, "shared_auth")
                        .access(Access.ANYBODY)
                        .cost(Gate.COST)
                        .when(Decision.SHARED_AUTH_IS_SERVED)
                        .legacy()
                        .evidence(Evidence.seed("js-sdk: auth.sharedAuth"), Evidence.sheet("auth 12"))
                        .handler(logins::login),
                Operation.of("shared_auth.get", Verb.GET, "shared_auth")
                        .access(Access.ANY_TOKEN)
                        .when(Decision.SHARED_AUTH_IS_SERVED)
                        .legacy()
                        .evidence(Evidence.sheet("auth 12"))
                        .handler((call, transaction) -> Reply.value(documents(call.knownCaller(), transaction))));
    }

    private Outcome login(Call call, Transaction transaction) {
        String shared = Bodies.object(call).text("shared_token");
        if (shared == null) {
            return Problems.invalidCredentials();
        }
        Identities.Rules rules = new Identities.Rules(false, false, !call.does(Decision.LOGIN_AS_IS_IGNORED));
        Credential credential = new Credential(Credential.Kind.AUTH_TOKEN, shared);
        Identity identity = identities.of(credential, transaction.world(), call.now(), rules);
        if (!(identity instanceof Identity.Known known)) {
            return Problems.invalidCredentials();
        }
        Caller caller = known.caller();
        Account account = transaction.existing(caller.accountId());
        Document user = caller.ownerId() == null ? null : account.get("user", caller.ownerId());
        Grant grant = Grant.of("cb_shared_auth", account, user);
        return gate.token(transaction, grant, documents(caller, transaction));
    }

    private static JsonObject documents(Caller caller, Transaction transaction) {
        Account account = transaction.existing(caller.accountId());
        Document user = caller.ownerId() == null ? null : account.get("user", caller.ownerId());
        JsonObject.Builder data =
                JsonObject.builder().put("account", account.document().visible());
        return user == null ? data.build() : data.put("user", user.visible()).build();
    }
}
