package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.AccountIndexes;
import io.github.kazoomock.server.crossbar.Evidence;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.world.Account;
import java.util.List;

/** Accounts and their tree (accounts sheet, delta sheet 3). */
final class Accounts {
    private Accounts() {}

    static Noun noun(SchemaRegistry schemas) {
        return new Noun(
                "accounts",
                "accounts",
                Account.TYPE,
                "accounts",
                AccountIndexes.ALL,
                List.of(Operation.of("accounts.get", Verb.GET, "accounts/{ACCOUNT_ID}")
                        .evidence(Evidence.seed("accounts: Fetch the account doc"))
                        .handler((call, transaction) -> Reply.document(
                                transaction.existing(call.account()).document()))));
    }
}
