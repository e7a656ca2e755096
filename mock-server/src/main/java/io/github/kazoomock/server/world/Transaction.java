package io.github.kazoomock.server.world;

import io.github.kazoomock.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What a request works on: it reads a World, collects changes, and either becomes the next World or is dropped.
 *
 * <p>Not thread-safe; a sandbox lets one writer in at a time.
 */
public final class Transaction {
    private final World base;
    private final Instant now;
    private TreePMap<String, Account> accounts;
    private TreePMap<String, Document> system;
    private TreePMap<String, Ref> entries;
    private long sequence;
    private @Nullable String master;
    private final List<Event> events = new ArrayList<>();

    public Transaction(World base, Instant now) {
        this.base = base;
        this.now = now;
        this.accounts = base.accounts;
        this.system = base.system;
        this.entries = base.entries;
        this.sequence = base.sequence;
        this.master = base.master();
    }

    /** The world as it was when the transaction began. */
    public World base() {
        return base;
    }

    /** The world with everything that was put so far. */
    public World world() {
        return base.with(accounts, system, entries, sequence, master);
    }

    public Instant now() {
        return now;
    }

    /** The next id: 32 lower-case hexadecimal characters, the same for the same seed and position. */
    public String newId() {
        return newSecret(32);
    }

    /** As many hexadecimal characters as asked for, from the same sequence. */
    public String newSecret(int length) {
        StringBuilder hex = new StringBuilder(length + 32);
        while (hex.length() < length) {
            sequence++;
            hex.append(Hash.md5(base.seed() + "/" + sequence));
        }
        return hex.substring(0, length);
    }

    public @Nullable Account account(String id) {
        return accounts.get(id);
    }

    public @Nullable Document get(String account, String type, String id) {
        Account known = accounts.get(account);
        return known == null ? null : known.get(type, id);
    }

    /** True when the id is taken in this account, also by a soft-deleted document. */
    public boolean taken(String account, String id) {
        Account known = accounts.get(account);
        return known != null
                && (known.deleted().containsKey(id)
                        || known.shelves().values().stream().anyMatch(shelf -> shelf.containsKey(id)));
    }

    /** Adds or replaces a document; a document of type {@code account} brings its account into being. */
    public void put(String account, Document next) {
        Account owner = accounts.get(account);
        if (owner == null) {
            if (!next.type().equals(Account.TYPE)) {
                throw new IllegalStateException("no account " + account);
            }
            owner = Account.empty(account);
        }
        Document before = owner.get(next.type(), next.id());
        accounts = accounts.plus(account, owner.with(next));
        if (next.type().equals(Account.TYPE)) {
            plant(account, next, before == null);
        }
        reindex(account, before, next);
        events.add(new Event(account, before, next));
    }

    /** Removes a document from every list; its id stays taken (core sheet 10.6). */
    public void remove(String account, String type, String id) {
        Document gone = destroyed(account, type, id);
        if (gone != null) {
            Account owner = existing(account);
            accounts = accounts.plus(account, owner.withDeleted(gone));
        }
    }

    /** Removes a document without a trace. */
    public void destroy(String account, String type, String id) {
        destroyed(account, type, id);
    }

    /** Removes an account with everything in it. */
    public void removeAccount(String id) {
        Account gone = existing(id);
        for (TreePMap<String, Document> shelf : gone.shelves().values()) {
            for (Document document : shelf.values()) {
                reindex(id, document, null);
                events.add(new Event(id, document, null));
            }
        }
        count(gone.tree(), -1);
        accounts = accounts.minus(id);
    }

    /** Adds or replaces a document outside of every account. */
    public void putSystem(Document next) {
        system = system.plus(Index.key(next.type(), next.id()), next);
    }

    /** Adds a row to the history of an account. */
    public void append(String account, Entry entry) {
        accounts = accounts.plus(account, existing(account).withEntry(entry));
    }

    /** Removes a document outside of every account, without a trace. */
    public void removeSystem(String type, String id) {
        system = system.minus(Index.key(type, id));
    }

    /** Lets each reaction see what was changed so far; what they change themselves is not reacted to. */
    public void react(List<Reaction> reactions, Cause why) {
        if (events.isEmpty()) {
            return;
        }
        List<Event> direct = events();
        for (Reaction reaction : reactions) {
            reaction.react(direct, why, this);
        }
    }

    /** What was changed so far, in order. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    private @Nullable Document destroyed(String account, String type, String id) {
        Account owner = existing(account);
        Document gone = owner.get(type, id);
        if (gone != null) {
            accounts = accounts.plus(account, owner.without(gone));
            reindex(account, gone, null);
            events.add(new Event(account, gone, null));
        }
        return gone;
    }

    private void plant(String id, Document document, boolean isNew) {
        List<String> tree = document.hidden().array(Account.TREE).texts();
        Account account = existing(id);
        if (isNew || !tree.equals(account.tree())) {
            count(account.tree(), isNew ? 0 : -1);
            accounts = accounts.plus(id, existing(id).withTree(tree));
            count(tree, 1);
        }
        if (tree.isEmpty()) {
            master = id;
        }
    }

    private void count(List<String> tree, int change) {
        for (String ancestor : tree) {
            Account known = accounts.get(ancestor);
            if (known != null && change != 0) {
                accounts = accounts.plus(ancestor, known.withDescendants(change));
            }
        }
    }

    private void reindex(String account, @Nullable Document before, @Nullable Document after) {
        Document any = after != null ? after : before;
        if (any == null) {
            return;
        }
        Ref ref = new Ref(account, any.type(), any.id());
        for (Index index : base.indexes(any.type())) {
            List<String> old = before == null ? List.of() : index.keys().of(account, before);
            List<String> fresh = after == null ? List.of() : index.keys().of(account, after);
            if (old.equals(fresh)) {
                continue;
            }
            for (String key : old) {
                entries = entries.minus(World.entryKey(index, key, ref));
            }
            for (String key : fresh) {
                entries = entries.plus(World.entryKey(index, key, ref), ref);
            }
        }
    }

    /**
     * An account that must be there.
     *
     * @throws IllegalStateException when it is not
     */
    public Account existing(String id) {
        Account known = accounts.get(id);
        if (known == null) {
            throw new IllegalStateException("no account " + id);
        }
        return known;
    }

    /** A JSON value of the current time in Gregorian seconds. */
    public Json gregorianNow() {
        return Json.of(Gregorian.seconds(now));
    }
}
