package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.Set;

/** Removes an account with everything in it, for good; its numbers go back to where they came from (accounts sheet 9, decision C12). */
final class AccountDeletion {
    private static final Set<String> FINISHED_PORTS = Set.of("unconfirmed", "completed", "canceled");

    private AccountDeletion() {}

    static Outcome delete(Call call, Transaction transaction, SchemaRegistry schemas) {
        Account account = Accounts.asked(call, transaction);
        if (account.tree().isEmpty()) {
            return Problems.invalidMethod();
        }
        boolean ownIsKept = call.does(Decision.OWN_ACCOUNT_IS_NOT_DELETED);
        if (ownIsKept && account.id().equals(call.knownCaller().accountId())) {
            return Problem.of(403, "forbidden", "deleting your own account is forbidden", account.id());
        }
        if (account.descendants() > 0) {
            return Accounts.hasDescendants();
        }
        if (hasActivePort(account)) {
            return Problem.of(500, "account_has_active_port", "Account has active port request");
        }
        Reply lastSight = ownIsKept
                ? new AccountView(call, transaction.world()).reply(account)
                : Reply.document(account.document());
        NumberActions.releaseAll(call, transaction, schemas, account);
        transaction.removeAccount(account.id());
        return lastSight.deleted();
    }

    static boolean hasActivePort(Account account) {
        return account.shelf("port_request").values().stream().anyMatch(AccountDeletion::isActive);
    }

    private static boolean isActive(Document port) {
        String state = port.hidden().textOr("pvt_port_state", port.open().textOr("port_state", "unconfirmed"));
        return !FINISHED_PORTS.contains(state);
    }
}
