package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Locations;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;

/** Promotes accounts to resellers and back; doing it twice is no error (accounts sheet 12, decision C19). */
final class AccountReseller {
    private AccountReseller() {}

    static Outcome promote(Call call, Transaction transaction) {
        Account account = changeable(call, transaction);
        return set(call, transaction, account, true).withHeader("location", Locations.of(call, account.id()));
    }

    static Outcome demote(Call call, Transaction transaction) {
        return set(call, transaction, changeable(call, transaction), false);
    }

    private static Account changeable(Call call, Transaction transaction) {
        Account account = Accounts.asked(call, transaction);
        if (account.tree().isEmpty()) {
            throw Problems.forbidden().refusal();
        }
        if (hasResellerBelow(account, transaction)) {
            throw Accounts.hasDescendants().refusal();
        }
        return account;
    }

    private static boolean hasResellerBelow(Account account, Transaction transaction) {
        Resellers resellers = new Resellers(transaction.world());
        String prefix = account.id() + Index.SEPARATOR;
        return transaction.world().range(AccountLists.DESCENDANTS, prefix).values().stream()
                .anyMatch(ref -> resellers.isReseller(transaction.existing(ref.account())));
    }

    private static Reply set(Call call, Transaction transaction, Account account, boolean reseller) {
        Document before = account.document();
        if (reseller != before.hidden().isTrue(Resellers.FLAG)) {
            JsonObject hidden = before.hidden().with(Json.of(reseller), Resellers.FLAG);
            transaction.put(account.id(), before.next(before.open(), call.signed(hidden), transaction.now()));
        }
        return new AccountView(call, transaction.world())
                .reply(transaction.existing(account.id()))
                .against(before);
    }
}
