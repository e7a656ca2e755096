package io.github.kazoomock.server.faults;

import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A rule with what it met so far; {@link FaultRules} lets one thread at a time in. */
final class ArmedRule {
    private final String id;
    private final FaultRule rule;
    private final Random random;
    private final Map<String, World> before = new HashMap<>();
    private long met;
    private long hits;

    ArmedRule(String id, FaultRule rule) {
        this.id = id;
        this.rule = rule;
        this.random = new Random(rule.occasion().seed());
    }

    String id() {
        return id;
    }

    FaultRules.Count count(Instant now) {
        return new FaultRules.Count(id, rule, met, hits, !rule.occasion().isOver(met, hits, now));
    }

    boolean waitsForWrites() {
        return rule.fault().instead() instanceof Instead.StaleList;
    }

    /** Keeps the world before a write, for the next list of the same thing. */
    void wrote(String shelf, World world) {
        before.put(shelf, world);
    }

    /**
     * Counts a request.
     *
     * @return whether it is one to hit
     */
    boolean meets(Asked asked) {
        Occasion occasion = rule.occasion();
        if (occasion.isOver(met, hits, asked.now())
                || !rule.match().matches(asked)
                || !rule.fault().instead().suits(asked)
                || (waitsForWrites() && !before.containsKey(asked.shelf()))) {
            return false;
        }
        met++;
        return occasion.isTurn(met) && (occasion.probability() >= 1 || random.nextDouble() < occasion.probability());
    }

    Hit hit(Asked asked) {
        hits++;
        Fault fault = rule.fault();
        return new Hit(
                id,
                rule.name() == null ? id : rule.name(),
                fault.instead(),
                fault.delay().draw(random),
                fault.damage(),
                fault.bytesPerSecond(),
                before.get(asked.shelf()));
    }

    /** A list was asked for: the next one is fresh, whoever hit this one. */
    void listed(Asked asked) {
        if (asked.lists()) {
            before.remove(asked.shelf());
        }
    }
}
