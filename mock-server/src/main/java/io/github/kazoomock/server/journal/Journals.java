package io.github.kazoomock.server.journal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** The journals of all sandboxes of a server, which share one budget: who holds most gives first. */
public final class Journals {
    /** The share of the budget that is freed at once, so that it is not looked for with each request. */
    private static final int SLACK = 16;

    private static final Comparator<Held> FULLEST =
            Comparator.comparingLong(Held::weight).reversed().thenComparingLong(held -> held.journal.opened());

    /** A journal as it was when room was looked for: it may grow meanwhile. */
    private record Held(Journal journal, long weight) {}

    private final long budget;
    private final Set<Journal> journals = ConcurrentHashMap.newKeySet();
    private final AtomicLong weight = new AtomicLong();
    private final AtomicLong opened = new AtomicLong();
    private final ReentrantLock shrinking = new ReentrantLock();

    /** @param budget bytes for all of them; 0 for no journals at all */
    public Journals(long budget) {
        this.budget = budget;
    }

    /** None at all. */
    public static Journals off() {
        return new Journals(0);
    }

    public boolean isOn() {
        return budget > 0;
    }

    /** An empty journal of a sandbox. */
    public Journal open() {
        Journal made = new Journal(this, opened.incrementAndGet());
        journals.add(made);
        return made;
    }

    /** About how many bytes all of them hold. */
    long weight() {
        return weight.get();
    }

    void forget(Journal journal) {
        journals.remove(journal);
    }

    void shrank(long freed) {
        weight.addAndGet(-freed);
    }

    void grew(long added) {
        if (weight.addAndGet(added) <= budget) {
            return;
        }
        while (weight.get() > budget && shrinking.tryLock()) { // when somebody else is at it, that is enough
            try {
                shrink();
            } finally {
                shrinking.unlock();
            }
        }
    }

    /** The fullest first, of equally full ones that of the older sandbox; whoever comes after enough is freed keeps all. */
    private void shrink() {
        long room = budget - budget / SLACK;
        List<Held> held = journals.stream()
                .map(journal -> new Held(journal, journal.weight()))
                .sorted(FULLEST)
                .toList();
        long most = level(held.stream().mapToLong(Held::weight).toArray(), room);
        for (Held one : held) {
            if (one.weight <= most || weight.get() <= room) {
                return;
            }
            one.journal.shrink(most);
        }
    }

    /** What each may hold at most, so that all together hold so much: the water level over vessels of these heights. */
    static long level(long[] weights, long room) {
        long[] ascending = weights.clone();
        Arrays.sort(ascending);
        long left = room;
        for (int i = 0; i < ascending.length; i++) {
            long share = left / (ascending.length - i);
            if (ascending[i] > share) {
                return share;
            }
            left -= ascending[i];
        }
        return Long.MAX_VALUE;
    }
}
