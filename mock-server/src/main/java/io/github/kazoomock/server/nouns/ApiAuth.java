package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.AccountSearch;
import io.github.kazoomock.server.auth.Grant;
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
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;

/** Login by an account's API key; the account's standing does not matter (auth sheet 8, decision A23). */
final class ApiAuth {
    private final SchemaRegistry schemas;
    private final Gate gate;

    private ApiAuth(SchemaRegistry schemas, Gate gate) {
        this.schemas = schemas;
        this.gate = gate;
    }

    static Noun noun(SchemaRegistry schemas, Tokens tokens) {
        return Noun.of(
                "api_auth",
                Operation.of("api_auth.login", Verb.PUT, "api_auth")
                        .access(Access.ANYBODY)
                        .schema("api_auth")
                        .cost(Gate.COST)
                        .evidence(Evidence.sheet("auth 8"))
                        .handler(new ApiAuth(schemas, new Gate(tokens))::login));
    }

    private Outcome login(Call call, Transaction transaction) {
        JsonObject data = BodyCheck.of(call, schemas, "api_auth", Bodies.object(call));
        String key = data.textOr("api_key", "");
        List<Account> accounts = new AccountSearch(transaction.world()).byApiKey(key);
        if (accounts.isEmpty()) {
            return Problems.badIdentifierList(key);
        }
        return gate.login(call, transaction, Grant.of("cb_api_auth", accounts.get(0), null));
    }
}
