package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Collation;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.List;
import java.util.stream.Stream;

/** Lists of accounts below and beside one, ordered by name (accounts sheet 10, decisions C14 and C15). */
final class AccountLists {
    /** By parent, then name. */
    static final Index CHILDREN = new Index("accounts/children", Account.TYPE, (account, document) -> {
        List<String> tree = tree(document);
        return tree.isEmpty() ? List.of() : List.of(key(tree.get(tree.size() - 1), document));
    });

    /** By each ancestor, then name. */
    static final Index DESCENDANTS = new Index(
            "accounts/descendants",
            Account.TYPE,
            (account, document) -> tree(document).stream()
                    .map(ancestor -> key(ancestor, document))
                    .toList());

    private AccountLists() {}

    static Outcome children(Call call, Transaction transaction) {
        return below(
                call, transaction.world(), Accounts.asked(call, transaction).id());
    }

    static Outcome descendants(Call call, Transaction transaction) {
        String id = Accounts.asked(call, transaction).id();
        View view = View.byText(transaction.world(), DESCENDANTS, id, AccountLists::name);
        Row row = Row.of("name", "realm").with("tree", AccountLists::treeValue).flags();
        return Listing.ofRange(call, view).rows(row);
    }

    /** The children of the account's parent, itself among them. */
    static Outcome siblings(Call call, Transaction transaction) {
        Account account = Accounts.asked(call, transaction);
        if (!maySeeSiblings(call, transaction.world(), account)) {
            return Problems.forbidden();
        }
        String parent = account.parent();
        return parent == null ? none(call) : below(call, transaction.world(), parent);
    }

    private static Reply none(Call call) {
        return Listing.ofRange(call, (start, descending) -> Stream.of()).rows(Row.of());
    }

    private static boolean maySeeSiblings(Call call, World world, Account account) {
        Caller caller = call.knownCaller();
        if (caller.superduper()) {
            return true;
        }
        boolean shared = new Settings(world).isOn("crossbar.accounts", "allow_sibling_listing");
        boolean own = account.id().equals(caller.accountId());
        return call.does(Decision.SIBLINGS_FOLLOW_THE_SEED) ? shared || !own : shared && !own;
    }

    private static Reply below(Call call, World world, String parent) {
        Row row = Row.of("name", "realm").with("descendants_count", child -> count(world, child));
        row = call.does(Decision.CHILD_ROWS_HAVE_TREE) ? row.with("tree", AccountLists::treeValue) : row;
        View view = View.byText(world, CHILDREN, parent, AccountLists::name);
        return Listing.ofRange(call, view).rows(row.flags());
    }

    private static Json count(World world, Document child) {
        Account account = world.account(child.id());
        return Json.of(account == null ? 0 : account.descendants());
    }

    private static Json treeValue(Document account) {
        return account.hidden().array(AccountKeys.TREE);
    }

    private static List<String> tree(Document account) {
        return account.hidden().array(AccountKeys.TREE).texts();
    }

    private static String key(String ancestor, Document account) {
        return Index.key(ancestor, Collation.key(name(account)));
    }

    private static String name(Document account) {
        return account.open().textOr("name", "");
    }
}
