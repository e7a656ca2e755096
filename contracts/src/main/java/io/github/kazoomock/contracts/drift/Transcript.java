package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.drift.Stage.NotPlayable;
import io.github.kazoomock.contracts.drift.Stage.Play;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.Pointer;
import io.github.kazoomock.server.export.Holes;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in a session and answered on one stage.
 *
 * @param values what was known at first
 * @param turns one for each request of the session, empty where it could not be made because an earlier reply lacked what
 *     it needs
 */
record Transcript(Map<String, String> values, List<Optional<Turn>> turns) {

    /** One request as it was sent, and its reply. */
    record Turn(Request request, Response response) {}

    /**
     * Plays a session.
     *
     * @throws NotPlayable when the stage cannot
     */
    static Transcript of(Session session, Stage stage) {
        try (Play play = stage.open(session.given())) {
            Map<String, String> values = new LinkedHashMap<>(play.values());
            Map<String, String> first = Map.copyOf(values);
            List<Optional<Turn>> turns = new ArrayList<>();
            for (Step step : session.steps()) {
                if (step instanceof Step.Ask ask) {
                    turns.add(ask(ask, play, values));
                } else if (step instanceof Step.Know known) {
                    values.put(known.name(), Holes.fill(known.value(), values));
                } else if (step instanceof Step.Wait wait) {
                    play.pass(wait.time());
                }
            }
            return new Transcript(first, turns);
        }
    }

    private static Optional<Turn> ask(Step.Ask ask, Play play, Map<String, String> values) {
        Request request = ask.request().filled(values);
        if (hasHoles(request)) {
            return Optional.empty();
        }
        Response response = play.target().ask(request);
        ask.keep().forEach((name, place) -> {
            String value = value(response, place);
            if (value == null) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
        });
        return Optional.of(new Turn(request, response));
    }

    private static @Nullable String value(Response response, String place) {
        if (place.startsWith("header ")) {
            return response.headers().get(place.substring("header ".length()));
        }
        Json found = response.json() == null ? null : Pointer.at(response.json(), place);
        return found == null ? null : found.text() == null ? found.toString() : found.text();
    }

    private static boolean hasHoles(Request request) {
        return !Holes.names(request.path()).isEmpty()
                || request.query().stream()
                        .anyMatch(each -> !Holes.names(each.value()).isEmpty())
                || request.headers().values().stream()
                        .anyMatch(value -> !Holes.names(value).isEmpty())
                || (request.isJson()
                        && !Holes.names(new String(request.body(), StandardCharsets.UTF_8))
                                .isEmpty());
    }
}
