package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.server.sandbox.Decision;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a run found.
 *
 * @param played the sessions that were compared
 * @param requests how many were compared
 * @param skipped why a session was not played, by its name
 */
public record Outcome(List<Explained> differences, List<Session> played, int requests, Map<String, String> skipped) {
    public Outcome {
        differences = List.copyOf(differences);
        played = List.copyOf(played);
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    }

    /** The rows that any difference shows. */
    public Set<Decision> rows() {
        Set<Decision> rows = EnumSet.noneOf(Decision.class);
        differences.forEach(each -> rows.addAll(each.rows()));
        return rows;
    }

    /** The same with more that was not played, and why. */
    Outcome leaving(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(skipped);
        all.putAll(more);
        return new Outcome(differences, played, requests, all);
    }

    /** The same with something done to all texts that came from elsewhere. */
    Outcome with(UnaryOperator<String> change) {
        List<Explained> changed = differences.stream()
                .map(each -> new Explained(each.found().with(change), each.rows()))
                .toList();
        return new Outcome(changed, played, requests, skipped);
    }
}
