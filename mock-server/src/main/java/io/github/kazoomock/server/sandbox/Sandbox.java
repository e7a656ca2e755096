package io.github.kazoomock.server.sandbox;

import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Reaction;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A named cell that holds the current World, with its own profile, options, clock and request ids.
 *
 * <p>Readers take the World as it is, without a lock; one writer at a time makes the next one.
 */
public final class Sandbox {
    private final String name;
    private final Profile profile;
    private final Set<Option> options;
    private final boolean legacy;
    private final SandboxClock clock;
    private final long seed;
    private final World fixture;
    private final List<Reaction> reactions;
    private final AtomicLong requests = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private final TokenBuckets buckets;
    private volatile World world;

    public Sandbox(
            String name,
            Profile profile,
            Set<Option> options,
            boolean legacy,
            SandboxClock clock,
            long seed,
            World fixture,
            List<Reaction> reactions) {
        this.name = name;
        this.profile = profile;
        this.options = Set.copyOf(options);
        this.legacy = legacy;
        this.clock = clock;
        this.seed = seed;
        this.fixture = fixture;
        this.reactions = List.copyOf(reactions);
        this.buckets = new TokenBuckets(this.options.contains(Option.RATE_LIMITS));
        this.world = fixture;
    }

    public String name() {
        return name;
    }

    public Profile profile() {
        return profile;
    }

    public boolean has(Option option) {
        return options.contains(option);
    }

    /** True when paths answer that newest KAZOO no longer has. */
    public boolean servesLegacy() {
        return legacy;
    }

    public SandboxClock clock() {
        return clock;
    }

    public TokenBuckets buckets() {
        return buckets;
    }

    /** The world as it is now. */
    public World world() {
        return world;
    }

    /** The next request id: 32 lower-case hexadecimal characters. */
    public String nextRequestId() {
        return Hash.mixed(seed, requests.incrementAndGet());
    }

    /** Runs a reader on the world as it is; what it puts into the transaction is dropped. */
    public <T> T read(Function<Transaction, T> reader) {
        return reader.apply(new Transaction(world, clock.now()));
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

    /** Back to the fixture, at once for every reader; the sequence of request ids begins anew. */
    public void reset() {
        writing.lock();
        try {
            world = fixture;
            requests.set(0);
            buckets.clear();
        } finally {
            writing.unlock();
        }
    }
}
