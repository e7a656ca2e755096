package io.github.kazoomock.server.world;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Everything the mock knows at one instant, as one immutable value.
 *
 * <p>Keeping a reference is forking, taking a snapshot and resetting. A {@link Transaction} makes the next one.
 */
public final class World {
    /** Sorts after every character that an index key can hold. */
    private static final String LAST = "\uffff";

    private final Schema schema;
    final TreePMap<String, Account> accounts;
    final TreePMap<String, Document> system;
    final TreePMap<String, Ref> entries;
    final long sequence;
    private final @Nullable String master;

    private World(
            Schema schema,
            TreePMap<String, Account> accounts,
            TreePMap<String, Document> system,
            TreePMap<String, Ref> entries,
            long sequence,
            @Nullable String master) {
        this.schema = schema;
        this.accounts = accounts;
        this.system = system;
        this.entries = entries;
        this.sequence = sequence;
        this.master = master;
    }

    /** What stays the same in all successors of a world: its indexes by document type, and the seed of its ids. */
    private record Schema(Map<String, List<Index>> indexes, long seed) {}

    /**
     * A world without accounts.
     *
     * @param seed same seed, same ids
     */
    public static World empty(List<Index> indexes, long seed) {
        return empty(indexes, seed, 0);
    }

    /**
     * A world without accounts that goes on with the ids of an earlier one.
     *
     * @param seed same seed, same ids
     * @param sequence how many ids were made before
     */
    public static World empty(List<Index> indexes, long seed, long sequence) {
        Map<String, List<Index>> byType = indexes.stream().collect(java.util.stream.Collectors.groupingBy(Index::type));
        return new World(
                new Schema(byType, seed), TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), sequence, null);
    }

    /** The same world; what is made in it gets the ids of another seed. */
    public World withSeed(long other) {
        return other == schema.seed
                ? this
                : new World(new Schema(schema.indexes, other), accounts, system, entries, sequence, master);
    }

    World with(
            TreePMap<String, Account> newAccounts,
            TreePMap<String, Document> newSystem,
            TreePMap<String, Ref> newEntries,
            long newSequence,
            @Nullable String newMaster) {
        return new World(schema, newAccounts, newSystem, newEntries, newSequence, newMaster);
    }

    public @Nullable Account account(String id) {
        return accounts.get(id);
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

    /** All accounts by id. */
    public Map<String, Account> accounts() {
        return accounts;
    }

    /** True when no account was changed in one of the two since they were one. */
    @SuppressWarnings("ReferenceEquality")
    public boolean hasAccountsOf(World other) {
        return accounts == other.accounts;
    }

    /** The account at the root of the tree; null in a world without accounts. */
    public @Nullable String master() {
        return master;
    }

    /** A document outside of every account, for instance {@code system("system_config", "crossbar.accounts")}. */
    public @Nullable Document system(String type, String id) {
        return system.get(Index.key(type, id));
    }

    /** All documents outside of accounts of one type, by id. */
    public Iterable<Document> systemDocuments(String type) {
        return system.subMap(Index.key(type, ""), Index.key(type, LAST)).values();
    }

    /** The document that a reference points at; null when it is gone. */
    public @Nullable Document get(Ref ref) {
        Account account = accounts.get(ref.account());
        return account == null ? null : account.get(ref.type(), ref.id());
    }

    /** All documents with exactly this key in an index, in the order of their accounts and ids. */
    public Iterable<Ref> find(Index index, String key) {
        return range(index, key + Index.SEPARATOR).values();
    }

    /** The first document with exactly this key in an index. */
    public @Nullable Ref first(Index index, String key) {
        var found = find(index, key).iterator();
        return found.hasNext() ? found.next() : null;
    }

    /** The entries of an index whose keys start with a prefix, in order; entry keys end in account and id. */
    public NavigableMap<String, Ref> range(Index index, String prefix) {
        String from = index.name() + Index.SEPARATOR + prefix;
        return entries.subMap(from, from + LAST);
    }

    /** The key of one document in {@link #range}. */
    public static String entryKey(Index index, String key, Ref ref) {
        return Index.key(index.name(), key, ref.account(), ref.id());
    }

    /** How many ids were made from the sequence. */
    public long sequence() {
        return sequence;
    }

    List<Index> indexes(String type) {
        return schema.indexes.getOrDefault(type, List.of());
    }

    long seed() {
        return schema.seed;
    }
}
