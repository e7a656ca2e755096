package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.drift.Comparison.Worlds;
import io.github.kazoomock.contracts.drift.Stage.NotPlayable;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays the same sessions on the mock and somewhere else, and tells what differs. */
final class Drift {
    private final MockStage ours;
    private final Stage theirs;
    private final Worlds worlds;
    private final Attribution attribution;

    /**
     * Compares two stages.
     *
     * @param ours the mock
     * @param taken the decisions of its profile
     * @param worlds whether both have the same things
     */
    Drift(MockStage ours, Set<Decision> taken, Stage theirs, Worlds worlds) {
        this.ours = ours;
        this.theirs = theirs;
        this.worlds = worlds;
        this.attribution = new Attribution(ours, taken, worlds);
    }

    /** Plays all of them, in order. */
    Outcome of(Sessions.Listed listed) {
        List<Explained> differences = new ArrayList<>();
        List<Session> played = new ArrayList<>();
        Map<String, String> skipped = new LinkedHashMap<>(listed.skipped());
        int requests = 0;
        for (Session session : listed.sessions()) {
            try {
                Transcript their = Transcript.of(session, theirs);
                Transcript our = Transcript.of(session, ours);
                differences.addAll(explained(session, our, Differences.between(session, our, their, worlds)));
                played.add(session);
                requests +=
                        (int) their.turns().stream().filter(Optional::isPresent).count();
            } catch (NotPlayable e) {
                skipped.put(session.name(), String.valueOf(e.getMessage()));
            }
        }
        return new Outcome(differences, played, requests, skipped);
    }

    /** Compares a session that took place before. */
    Outcome of(Session session, Transcript their) {
        Transcript our = Transcript.of(session, ours);
        List<Explained> differences = explained(session, our, Differences.between(session, our, their, worlds));
        int requests = (int) our.turns().stream().filter(Optional::isPresent).count();
        return new Outcome(differences, List.of(session), requests, Map.of());
    }

    private List<Explained> explained(Session session, Transcript our, List<Found> found) {
        Map<Found, Set<Decision>> rows = found.isEmpty() ? Map.of() : attribution.explain(session, our, found);
        return found.stream()
                .map(each -> new Explained(each, rows.getOrDefault(each, Set.of())))
                .toList();
    }
}
