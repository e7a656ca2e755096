package io.github.kazoomock.server.services;

import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Event;
import io.github.kazoomock.server.world.Reaction;
import io.github.kazoomock.server.world.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps quantities true: of the account whose documents changed and, as cascade, of every account above it; what moved
 * goes into their books (services sheet 3 and 7, decision S17).
 */
public final class QuantityReaction implements Reaction {

    @Override
    public void react(List<Event> direct, Cause why, Transaction transaction) {
        Map<String, Moved> moved = new LinkedHashMap<>();
        for (Event event : direct) {
            Quantities delta = Counting.of(event.after()).minus(Counting.of(event.before()));
            boolean isRecord = event.document().type().equals(ServiceRecord.TYPE);
            if (!delta.isEmpty() || isRecord) {
                moved.computeIfAbsent(event.account(), Moved::new).own(delta);
            }
        }
        for (Moved one : List.copyOf(moved.values())) {
            cascade(moved, one.origin, tree(one.account, direct, transaction), one.own);
        }
        for (Event event : direct) {
            changeAncestors(moved, event, transaction);
        }
        Books books = new Books(transaction, why);
        for (Moved one : moved.values()) {
            books.settle(one.account, one.origin, one.own, one.below);
        }
    }

    /** What changed for one account. */
    private static final class Moved {
        private final String account;
        private final String origin;
        private Quantities own = Quantities.NONE;
        private Quantities below = Quantities.NONE;

        Moved(String account) {
            this(account, account);
        }

        Moved(String account, String origin) {
            this.account = account;
            this.origin = origin;
        }

        void own(Quantities delta) {
            own = own.plus(delta);
        }

        void below(Quantities delta) {
            below = below.plus(delta);
        }
    }

    /** The nearest ancestor first. */
    private static void cascade(Map<String, Moved> moved, String origin, List<String> tree, Quantities delta) {
        if (delta.isEmpty()) {
            return;
        }
        for (int i = tree.size() - 1; i >= 0; i--) {
            moved.computeIfAbsent(tree.get(i), account -> new Moved(account, origin))
                    .below(delta);
        }
    }

    /** An account under another parent takes with it what it counted before this change. */
    private static void changeAncestors(Map<String, Moved> moved, Event event, Transaction transaction) {
        Document before = event.before();
        Document after = event.after();
        if (before == null || after == null || !after.type().equals(Account.TYPE)) {
            return;
        }
        List<String> left = before.hidden().array(Account.TREE).texts();
        List<String> joined = after.hidden().array(Account.TREE).texts();
        if (!left.equals(joined)) {
            ServiceRecord services = ServiceRecord.of(transaction.base().account(event.account()));
            Quantities whole = services.account().plus(services.cascade());
            cascade(moved, event.account(), left, Quantities.NONE.minus(whole));
            cascade(moved, event.account(), joined, whole);
        }
    }

    private static List<String> tree(String id, List<Event> direct, Transaction transaction) {
        Account account = transaction.account(id);
        if (account != null) {
            return account.tree();
        }
        for (Event event : direct) {
            if (event.account().equals(id) && event.document().type().equals(Account.TYPE)) {
                return event.document().hidden().array(Account.TREE).texts(); // its last words
            }
        }
        return List.of();
    }
}
