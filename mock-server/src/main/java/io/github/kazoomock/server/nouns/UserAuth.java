package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.AccountSearch;
import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.auth.Logins;
import io.github.kazoomock.server.auth.Passwords;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Login by the digest of user name and password (auth sheet 5, decisions A1 to A3 and A6). */
final class UserAuth {
    static final String METHOD = "cb_user_auth";

    private final SchemaRegistry schemas;
    private final Gate gate;

    private UserAuth(SchemaRegistry schemas, Gate gate) {
        this.schemas = schemas;
        this.gate = gate;
    }

    static Noun noun(SchemaRegistry schemas, Tokens tokens) {
        Gate gate = new Gate(tokens);
        List<Operation> operations = new ArrayList<>(new UserAuthRecovery(schemas, gate).operations());
        operations.add(Operation.of("user_auth.login", Verb.PUT, "user_auth")
                .at("/user_auth")
                .at("/accounts/{ACCOUNT_ID}/users/{USER_ID}/user_auth")
                .access(Access.ANYBODY)
                .schema("user_auth")
                .query("action")
                .cost(Gate.COST)
                .evidence(Evidence.seed("js-sdk: auth.userAuth"), Evidence.sheet("auth 5"), Evidence.sheet("delta 2.2"))
                .handler(new UserAuth(schemas, gate)::login));
        operations.add(Operation.of("user_auth.token", Verb.GET, "user_auth/{AUTH_TOKEN}")
                .access(Access.ANY_TOKEN)
                .evidence(Evidence.sheet("auth 9"))
                .handler(UserAuth::token));
        return new Noun("user_auth", "user_auth", null, null, List.of(), operations);
    }

    /** The token in the path must be the one that asks (decision A8). */
    private static Outcome token(Call call, Transaction transaction) {
        if (!call.argument(0).equals(call.token())) {
            return Problems.invalidCredentials();
        }
        boolean own = call.knownCaller().accountId().equals(call.accountId());
        boolean topLevel = call.accountId() == null && call.does(Decision.TOKEN_SHOWS_ITS_LOGIN);
        return own || topLevel ? Gate.ownData(call, transaction) : Problems.forbidden();
    }

    private Outcome login(Call call, Transaction transaction) {
        if (call.caller() == null && call.nouns().size() > 1) {
            return Problems.invalidCredentials(); // only the bare path is open to everybody
        }
        String action = call.options().text("action");
        if (action != null) {
            return new Impersonation(gate).run(call, transaction, action);
        }
        JsonObject sent = Bodies.object(call);
        boolean byId = call.does(Decision.LOGIN_BY_ACCOUNT_ID);
        JsonObject data = BodyCheck.of(call, schemas, "user_auth", byId ? sent : sent.without("account_id"));
        String digest = data.textOr("credentials", "");
        String key = "sha".equals(data.text("method")) ? Passwords.SHA1 : Passwords.MD5;
        for (Account account : AccountWays.found(new AccountSearch(transaction.world()), data)) {
            Optional<Document> user = Logins.userByHash(account, key, digest);
            if (user.isPresent()) {
                Gate.checkStanding(call, account);
                Grant grant = Grant.of(METHOD, account, user.get());
                boolean mayActAs = !call.does(Decision.LOGIN_AS_IS_IGNORED);
                return gate.login(call, transaction, mayActAs ? grant.as(data.object("as")) : grant);
            }
        }
        return Problems.invalidCredentials();
    }
}
