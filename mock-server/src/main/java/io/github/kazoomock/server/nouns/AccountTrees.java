package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Event;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Reaction;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Descendants follow an account that gets other ancestors (accounts sheet 11). */
final class AccountTrees implements Reaction {

    @Override
    public void react(List<Event> direct, Cause why, Transaction transaction) {
        for (Event event : direct) {
            Document before = event.before();
            Document after = event.after();
            if (before != null && after != null && isElsewhere(before, after)) {
                takeAlong(after, transaction);
            }
        }
    }

    private static boolean isElsewhere(Document before, Document after) {
        return after.type().equals(Account.TYPE) && !tree(before).equals(tree(after));
    }

    private static void takeAlong(Document moved, Transaction transaction) {
        String prefix = moved.id() + Index.SEPARATOR;
        for (Ref ref :
                transaction.world().range(AccountLists.DESCENDANTS, prefix).values()) {
            Document descendant = transaction.existing(ref.account()).document();
            List<String> old = tree(descendant).texts();
            List<String> tree = new ArrayList<>(tree(moved).texts());
            tree.addAll(old.subList(old.indexOf(moved.id()), old.size()));
            transaction.put(
                    ref.account(),
                    descendant.next(
                            descendant.open(),
                            descendant.hidden().with(Json.texts(tree), AccountKeys.TREE),
                            transaction.now()));
        }
    }

    private static JsonArray tree(Document account) {
        return account.hidden().array(AccountKeys.TREE);
    }
}
