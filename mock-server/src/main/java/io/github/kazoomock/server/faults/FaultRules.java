package io.github.kazoomock.server.faults;

import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The armed rules of a sandbox.
 *
 * <p>Each counts every request that it is for; a request is hit by the first of them, in the order they were armed.
 */
public final class FaultRules {
    private final List<ArmedRule> rules = new ArrayList<>();
    private long made;
    private volatile boolean armed;
    private volatile boolean waiting;

    /**
     * A rule with its counts.
     *
     * @param met how many requests it was for
     * @param active false once its turn, its hits or its time are over
     */
    public record Count(String id, FaultRule rule, long met, long hits, boolean active) {}

    /** Arms a rule; it is asked after those that are armed already. */
    public synchronized Count arm(FaultRule rule, Instant now) {
        made++;
        ArmedRule next = new ArmedRule("fault-" + made, rule);
        rules.add(next);
        changed();
        return next.count(now);
    }

    /** All rules, also those that are used up. */
    public synchronized List<Count> all(Instant now) {
        return rules.stream().map(rule -> rule.count(now)).toList();
    }

    /** One rule; null when there is none of this id. */
    public synchronized @Nullable Count get(String id, Instant now) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> rule.count(now))
                .orElse(null);
    }

    /** Takes a rule away; requests under way keep what hit them. */
    public synchronized void disarm(String id) {
        rules.removeIf(rule -> rule.id().equals(id));
        changed();
    }

    /** Takes all rules away; the next ones are numbered from 1 again. */
    public synchronized void clear() {
        rules.clear();
        made = 0;
        changed();
    }

    /** False when no request needs to be shown. */
    public boolean isArmed() {
        return armed;
    }

    /** What a request is hit by; null for nothing. */
    public synchronized @Nullable Hit hit(Asked asked) {
        ArmedRule first = null;
        for (ArmedRule rule : rules) {
            boolean meets = rule.meets(asked);
            first = first == null && meets ? rule : first;
        }
        Hit hit = first == null ? null : first.hit(asked);
        rules.forEach(rule -> rule.listed(asked));
        return hit;
    }

    /**
     * Told of each write that is kept.
     *
     * @param before the world that it started from
     */
    public void wrote(String account, String noun, World before) {
        if (waiting) {
            remember(Asked.shelf(account, noun), before);
        }
    }

    private synchronized void remember(String shelf, World before) {
        rules.stream().filter(ArmedRule::waitsForWrites).forEach(rule -> rule.wrote(shelf, before));
    }

    private void changed() {
        armed = !rules.isEmpty();
        waiting = rules.stream().anyMatch(ArmedRule::waitsForWrites);
    }
}
