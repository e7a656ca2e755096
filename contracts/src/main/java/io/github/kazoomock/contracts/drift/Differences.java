package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.drift.Comparison.Worlds;
import io.github.kazoomock.contracts.drift.Transcript.Turn;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.export.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What differs between two plays of one session. */
final class Differences {
    /** Operations that tell of more than their account: of accounts beside it, plans and apps of those above. */
    private static final Set<String> AROUND = Set.of("accounts.siblings", "apps_store.list", "services.available");

    private Differences() {}

    static List<Found> between(Session session, Transcript ours, Transcript theirs, Worlds worlds) {
        Comparison comparison = new Comparison(worlds);
        ours.values()
                .forEach((name, value) -> comparison.same(value, theirs.values().getOrDefault(name, "")));
        List<Step.Ask> asked = session.steps().stream()
                .filter(Step.Ask.class::isInstance)
                .map(Step.Ask.class::cast)
                .toList();
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Optional<Turn> our = ours.turns().get(i);
            Optional<Turn> their = theirs.turns().get(i);
            if (our.isPresent() && their.isPresent()) {
                String operation = asked.get(i).operation();
                tellWhatWasSent(comparison, our.get().request(), their.get().request());
                for (Difference difference :
                        comparison.of(our.get().response(), their.get().response(), worlds(operation, worlds))) {
                    found.add(new Found(
                            session.name(),
                            i,
                            asked.get(i).operation(),
                            asked.get(i).request().method(),
                            our.get().response().status(),
                            difference));
                }
            }
        }
        return found;
    }

    private static Worlds worlds(String operation, Worlds worlds) {
        return worlds == Worlds.SAME_ACCOUNT && AROUND.contains(operation) ? Worlds.OTHER : worlds;
    }

    private static void tellWhatWasSent(Comparison comparison, Request toUs, Request toThem) {
        try {
            if (toUs.isJson() && toThem.isJson()) {
                comparison.sent(Json.parse(toUs.body()), Json.parse(toThem.body()));
            }
        } catch (JsonSyntaxException e) {
            return; // sent broken on purpose
        }
    }
}
