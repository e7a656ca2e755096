package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Objects;

/** The accounts above one, the nearest to the master first (accounts sheet 10, decision C16). */
final class AccountAncestors {
    private AccountAncestors() {}

    /** From the caller's account downwards. */
    static Outcome tree(Call call, Transaction transaction) {
        Account account = Accounts.asked(call, transaction);
        List<String> ids = fromCaller(call, account);
        return rows(call, transaction, account, ids, call.does(Decision.PARENTS_ARE_THE_TREE));
    }

    /** The same; in KAZOO 5.0 an account saw all of its own. */
    static Outcome parents(Call call, Transaction transaction) {
        Account account = Accounts.asked(call, transaction);
        boolean all = account.id().equals(call.knownCaller().accountId()) && !call.does(Decision.PARENTS_ARE_THE_TREE);
        return rows(call, transaction, account, all ? account.tree() : fromCaller(call, account), true);
    }

    private static List<String> fromCaller(Call call, Account account) {
        List<String> tree = account.tree();
        int caller = tree.indexOf(call.knownCaller().accountId());
        return caller < 0 ? List.of() : tree.subList(caller, tree.size());
    }

    private static Reply rows(Call call, Transaction transaction, Account account, List<String> ids, boolean counted) {
        Row row = call.does(Decision.PARENTS_ARE_THE_TREE)
                ? Row.of("name", "realm").flags()
                : Row.of("name");
        List<Json> rows = ids.stream()
                .map(transaction::account)
                .filter(Objects::nonNull)
                .<Json>map(ancestor -> row.show(call, ancestor.document()))
                .toList();
        String revision = account.document().revision();
        return Reply.rows(rows, counted ? Data.Page.ONLY : null)
                .withRevision(revision)
                .comparing(revision);
    }
}
