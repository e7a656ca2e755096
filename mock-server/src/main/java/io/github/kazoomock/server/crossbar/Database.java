package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents of a request are: in the account of its path or, for a noun that the system has documents of, too,
 * and without an account in the path, among those of the system. The master account keeps them, under a type of their
 * own.
 *
 * @param type of the documents there
 */
public record Database(String account, String type) {

    /**
     * Which databases a noun has.
     *
     * @param system the type of the system's documents; null when it has none
     */
    public record Kind(String type, @Nullable String system) {

        /**
         * The one of a call.
         *
         * @throws Refusal with 503 when the path names no account and the system has no such documents
         */
        public Database of(Call call, World world) {
            String master = world.master();
            return call.accountId() == null && system != null && master != null
                    ? new Database(master, system)
                    : new Database(call.account(), type);
        }

        /** The one of a call, as the transaction sees it. */
        public Database of(Call call, Transaction transaction) {
            return of(call, transaction.base());
        }
    }

    /** The document with this id; null when there is none. */
    public @Nullable Document get(Transaction transaction, String id) {
        return transaction.get(account, type, id);
    }

    /** All documents, by id. */
    public Collection<Document> all(World world) {
        Account owner = world.existing(account);
        return owner.shelf(type).values();
    }

    /** All documents in the order of their ids. */
    public View view(World world) {
        return View.byId(world, account, type);
    }
}
