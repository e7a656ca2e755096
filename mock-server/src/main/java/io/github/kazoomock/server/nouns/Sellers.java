package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;

/** Who sells to an account: its one reseller, not just any ancestor, and the superduper admin (trap 19). */
final class Sellers {
    private Sellers() {}

    /**
     * The account in the path, for whoever sells to it.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 403 for anybody else
     */
    static Account customer(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        if (!sells(call, transaction, account)) {
            throw Problems.forbidden().refusal();
        }
        return account;
    }

    static boolean sells(Call call, Transaction transaction, Account account) {
        return call.knownCaller().superduper() || call.knownCaller().accountId().equals(of(transaction, account));
    }

    /** The id of the account's reseller. */
    static String of(Transaction transaction, Account account) {
        return new Resellers(transaction.world()).of(account);
    }
}
