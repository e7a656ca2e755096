package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.drift.Comparison.Worlds;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of the decision sheet that explain a difference: the fewest decisions which, taken the other way, make
 * the mock itself show the very same difference.
 */
final class Attribution {
    private final MockStage ours;
    private final Set<Decision> taken;
    private final Worlds worlds;
    private final Map<String, Set<Set<Decision>>> earlier = new HashMap<>();

    /**
     * Explains what differs from one mock.
     *
     * @param taken the decisions of its profile
     */
    Attribution(MockStage ours, Set<Decision> taken, Worlds worlds) {
        this.worlds = worlds;
        this.ours = ours;
        this.taken = Set.copyOf(taken);
    }

    /** What explains each; what nothing explains is left out. */
    Map<Found, Set<Decision>> explain(Session session, Transcript mock, Collection<Found> differences) {
        Trial trial = new Trial(session, mock);
        Map<Found, Set<Decision>> explained = new LinkedHashMap<>();
        List<Found> open = new ArrayList<>(differences);
        for (Set<Decision> hint : hints(session, open)) {
            take(trial, hint, open, explained);
        }
        if (!open.isEmpty()) {
            open.retainAll(trial.with(EnumSet.allOf(Decision.class)));
        }
        while (!open.isEmpty()) {
            take(trial, fewest(trial, open.get(0)), open, explained);
        }
        session.shows().ifPresent(row -> addHidden(row, trial, explained));
        explained.forEach(
                (found, rows) -> earlier.computeIfAbsent(found.difference().name(), name -> new LinkedHashSet<>())
                        .add(rows));
        return explained;
    }

    /** What lies in something that is missing as a whole does not show by itself; a probe looks for it all the same. */
    private static void addHidden(Decision row, Trial trial, Map<Found, Set<Decision>> explained) {
        if (explained.values().stream().anyMatch(rows -> rows.contains(row))) {
            return;
        }
        Set<Found> shown = trial.with(EnumSet.of(row));
        explained.replaceAll((found, rows) -> {
            if (shown.stream().noneMatch(found::covers)) {
                return rows;
            }
            Set<Decision> both = EnumSet.copyOf(rows);
            both.add(row);
            return both;
        });
    }

    /** What a probe was made to show, and what explained the same elsewhere; the fewest first. */
    private List<Set<Decision>> hints(Session session, List<Found> open) {
        Set<Set<Decision>> hints = new LinkedHashSet<>();
        session.shows().ifPresent(decision -> hints.add(EnumSet.of(decision)));
        open.forEach(
                found -> hints.addAll(earlier.getOrDefault(found.difference().name(), Set.of())));
        return hints.stream().sorted(Comparator.comparingInt(Set::size)).toList();
    }

    private static void take(Trial trial, Set<Decision> rows, List<Found> open, Map<Found, Set<Decision>> explained) {
        if (open.isEmpty()) {
            return;
        }
        Set<Found> shown = trial.with(rows);
        open.removeIf(found -> {
            boolean isIt = shown.contains(found);
            if (isIt) {
                explained.put(found, rows.size() == 1 ? rows : without(trial, found, rows));
            }
            return isIt;
        });
    }

    /** What explained the same elsewhere may be more than it takes here. */
    private static Set<Decision> without(Trial trial, Found found, Set<Decision> rows) {
        Set<Decision> needed = EnumSet.copyOf(rows);
        for (Decision row : rows) {
            Set<Decision> fewer = EnumSet.copyOf(needed);
            fewer.remove(row);
            if (!fewer.isEmpty() && trial.with(fewer).contains(found)) {
                needed = fewer;
            }
        }
        return needed;
    }

    /** Halves what is left as long as the difference stays; then leaves out one by one. */
    private static Set<Decision> fewest(Trial trial, Found found) {
        List<Decision> rows = List.of(Decision.values());
        int parts = 2;
        while (rows.size() > 1) {
            List<Decision> smaller = smaller(trial, found, rows, parts);
            if (smaller != null) {
                rows = smaller;
                parts = Math.max(2, parts - 1);
            } else if (parts < rows.size()) {
                parts = Math.min(rows.size(), parts * 2);
            } else {
                break;
            }
        }
        return EnumSet.copyOf(rows);
    }

    /** One of the parts alone, or everything but one of them, that still shows the difference. */
    private static @Nullable List<Decision> smaller(Trial trial, Found found, List<Decision> rows, int parts) {
        List<List<Decision>> candidates = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            candidates.add(rows.subList(rows.size() * i / parts, rows.size() * (i + 1) / parts));
        }
        if (parts > 2) {
            List.copyOf(candidates)
                    .forEach(part -> candidates.add(
                            rows.stream().filter(row -> !part.contains(row)).toList()));
        }
        return candidates.stream()
                .filter(candidate -> !candidate.isEmpty() && candidate.size() < rows.size())
                .filter(candidate -> trial.with(EnumSet.copyOf(candidate)).contains(found))
                .findFirst()
                .orElse(null);
    }

    /** The same session on mocks that differ from ours in some rows. */
    private final class Trial {
        private final Session session;
        private final Transcript mock;
        private final Map<Set<Decision>, Set<Found>> tried = new HashMap<>();

        Trial(Session session, Transcript mock) {
            this.session = session;
            this.mock = mock;
        }

        Set<Found> with(Set<Decision> rows) {
            return tried.computeIfAbsent(rows, wanted -> {
                Map<Decision, Boolean> others = new EnumMap<>(Decision.class);
                wanted.forEach(row -> others.put(row, !taken.contains(row)));
                Transcript other = Transcript.of(session, ours.but(others));
                return new HashSet<>(Differences.between(session, mock, other, worlds));
            });
        }
    }
}
