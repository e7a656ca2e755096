package io.github.kazoomock.server.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What was asked and answered in one sandbox, oldest first; the oldest go when there is no room left. */
public final class Journal {
    private final Journals all;
    private final long opened;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Kept> entries = new ArrayDeque<>();
    private long last;
    private long clearings;
    private int waiting;
    private boolean over;
    private final AtomicLong weight = new AtomicLong();

    /**
     * An entry in a journal.
     *
     * @param number counts the sandbox's requests from 1, also beyond a clearing
     */
    public record Kept(long number, JournalEntry entry, long weight) {}

    /**
     * What waiting came to.
     *
     * @param over the sandbox ended meanwhile
     */
    public record Awaited(List<Kept> matched, boolean timedOut, boolean over) {}

    Journal(Journals all, long opened) {
        this.all = all;
        this.opened = opened;
    }

    /** Counts the journals of a server in the order in which they were opened. */
    long opened() {
        return opened;
    }

    /** Adds an entry, and wakes who waits for it. */
    public void add(JournalEntry entry) {
        long added = entry.weight();
        lock.lock();
        try {
            if (over) {
                return;
            }
            last++;
            entries.addLast(new Kept(last, entry, added));
            weight.addAndGet(added);
            if (waiting > 0) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        all.grew(added);
    }

    /** What is kept, oldest first. */
    public List<Kept> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything. */
    public void clear() {
        lock.lock();
        try {
            clearings++;
            drop(0);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything for good, when the sandbox ends. */
    public void close() {
        lock.lock();
        try {
            over = true;
            drop(0);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        all.forget(this);
    }

    /**
     * Waits until so many entries that fit came since the last clearing.
     *
     * @throws InterruptedException when the server stops
     */
    public Awaited await(Predicate<JournalEntry> wanted, int count, Duration atMost) throws InterruptedException {
        List<Kept> matched = new ArrayList<>();
        long left = atMost.toNanos();
        long seen = 0;
        lock.lock();
        try {
            waiting++;
            long begun = clearings;
            while (true) {
                if (begun != clearings) {
                    begun = clearings;
                    matched.clear();
                }
                for (Kept kept : after(seen)) {
                    if (wanted.test(kept.entry)) {
                        matched.add(kept);
                    }
                }
                seen = last;
                boolean enough = matched.size() >= count;
                if (enough || over || left <= 0) {
                    return new Awaited(List.copyOf(matched), !enough && !over, over);
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private Deque<Kept> after(long seen) {
        Deque<Kept> newer = new ArrayDeque<>();
        Iterator<Kept> backwards = entries.descendingIterator();
        while (backwards.hasNext()) {
            Kept kept = backwards.next();
            if (kept.number <= seen) {
                break;
            }
            newer.addFirst(kept);
        }
        return newer;
    }

    /** About how many bytes it holds. */
    long weight() {
        return weight.get();
    }

    /** Forgets the oldest until so many bytes are left at most. */
    void shrink(long most) {
        lock.lock();
        try {
            drop(most);
        } finally {
            lock.unlock();
        }
    }

    private void drop(long most) {
        long freed = 0;
        while (weight.get() - freed > most && !entries.isEmpty()) {
            freed += entries.removeFirst().weight;
        }
        weight.addAndGet(-freed);
        all.shrank(freed);
    }
}
