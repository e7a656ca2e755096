package io.github.kazoomock.server.sandbox;

import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.faults.FaultRules;
import io.github.kazoomock.server.journal.Journal;
import io.github.kazoomock.server.journal.Journals;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Reaction;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A named cell that holds the current World, with its own profile, options, clock and request ids.
 *
 * <p>Readers take the World as it is, without a lock; one writer at a time makes the next one.
 */
public final class Sandbox {
    private final String name;
    private final Blueprint blueprint;
    private final SandboxClock clock;
    private final List<Reaction> reactions;
    private final AtomicLong requests = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private final TokenBuckets buckets;
    private final FaultRules faults = new FaultRules();
    private final ConcurrentMap<String, Snapshot> snapshots = new ConcurrentSkipListMap<>();
    private final Journals journals;
    private volatile World world;
    private volatile @Nullable Journal journal;

    Sandbox(String name, Blueprint blueprint, SandboxClock clock, List<Reaction> reactions, Journals journals) {
        this.name = name;
        this.blueprint = blueprint;
        this.clock = clock;
        this.reactions = reactions;
        this.buckets = new TokenBuckets(blueprint.options().contains(Option.RATE_LIMITS));
        this.world = blueprint.world();
        this.journals = journals;
    }

    public String name() {
        return name;
    }

    /** What it started with. */
    public Blueprint blueprint() {
        return blueprint;
    }

    public Profile profile() {
        return blueprint.profile();
    }

    public boolean has(Option option) {
        return blueprint.options().contains(option);
    }

    /** True when paths answer that newest KAZOO no longer has. */
    public boolean servesLegacy() {
        return blueprint.legacy();
    }

    /** Operations that are less well founded are refused. */
    public Evidence.Kind minGrade() {
        return blueprint.minGrade();
    }

    public SandboxClock clock() {
        return clock;
    }

    public TokenBuckets buckets() {
        return buckets;
    }

    /** What goes wrong on purpose. */
    public FaultRules faults() {
        return faults;
    }

    /** The world as it is now. */
    public World world() {
        return world;
    }

    /** What was asked and answered; null where no journals are kept. */
    public @Nullable Journal journal() {
        Journal known = journal;
        return known != null || !journals.isOn() ? known : openJournal();
    }

    private synchronized Journal openJournal() {
        Journal known = journal;
        if (known == null) {
            known = journals.open();
            journal = known;
        }
        return known;
    }

    /** Lets go of what it holds in memory that all share; whoever still asks it gets an answer. */
    void end() {
        Journal last = journal();
        if (last != null) {
            last.close();
        }
    }

    /** The next request id: 32 lower-case hexadecimal characters. */
    public String nextRequestId() {
        return Hash.mixed(blueprint.seed(), requests.incrementAndGet());
    }

    /** Runs a reader on the world as it is; what it puts into the transaction is dropped. */
    public <T> T read(Function<Transaction, T> reader) {
        return read(world, reader);
    }

    /** Runs a reader on another world than the present one. */
    public <T> T read(World other, Function<Transaction, T> reader) {
        return reader.apply(new Transaction(other, clock.now()));
    }

    /**
     * Runs a writer alone; its changes become the next world when {@code keep} says so of its result.
     *
     * @param keep false, like an exception, drops everything
     */
    public <T> T write(Function<Transaction, T> writer, Predicate<T> keep) {
        writing.lock();
        try {
            Transaction transaction = new Transaction(world, clock.now());
            T result = writer.apply(transaction);
            if (keep.test(result)) {
                world = transaction.world();
            }
            return result;
        } finally {
            writing.unlock();
        }
    }

    /** What follows from changes, in this order. */
    public List<Reaction> reactions() {
        return reactions;
    }

    /** Back to the fixture, at once for every reader, without faults; request ids and journal begin anew. */
    public void reset() {
        begin(blueprint.world());
    }

    /** The same with another world than the one that it started with. */
    public void begin(World other) {
        writing.lock();
        try {
            world = other.withSeed(blueprint.seed());
            requests.set(0);
            buckets.clear();
            Journal known = journal;
            if (known != null) {
                known.clear();
            }
            faults.clear();
        } finally {
            writing.unlock();
        }
    }

    /** Keeps the world as it is under a name, in place of what was kept there. */
    public Snapshot snapshot(String under) {
        writing.lock();
        try {
            Snapshot taken = new Snapshot(under, world, requests.get(), clock.now());
            snapshots.put(under, taken);
            return taken;
        } finally {
            writing.unlock();
        }
    }

    /** Keeps a world from elsewhere under a name, in place of what was kept there; its request ids begin anew. */
    public Snapshot keep(String under, World other) {
        Snapshot kept = new Snapshot(under, other, 0, clock.now());
        snapshots.put(under, kept);
        return kept;
    }

    /** What was kept, by name. */
    public Map<String, Snapshot> snapshots() {
        return Collections.unmodifiableMap(snapshots);
    }

    /** Forgets what was kept under a name; false when nothing was. */
    public boolean forget(String kept) {
        return snapshots.remove(kept) != null;
    }

    /** Back to what was kept, at once for every reader; the clock goes on as it does. */
    public void restore(Snapshot kept) {
        writing.lock();
        try {
            world = kept.world();
            requests.set(kept.requests());
            buckets.clear();
        } finally {
            writing.unlock();
        }
    }
}
