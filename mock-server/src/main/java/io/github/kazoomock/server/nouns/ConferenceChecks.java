package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Checks;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What saving a conference does besides the schema (pbx sheet 8.2, delta sheet 6). */
final class ConferenceChecks implements Checks {
    static final Index NUMBER = new Index(
            "conferences/number",
            Conferences.TYPE,
            (account, conference) -> numbers(conference.open())
                    .distinct()
                    .map(number -> Index.key(account, number))
                    .toList());

    static final Index NAME = new Index("conferences/name", Conferences.TYPE, (account, conference) -> {
        String name = conference.open().text("name");
        return name == null ? List.of() : List.of(Index.key(account, name));
    });

    /** Stands in for a name where none is needed. */
    private static final Json NAMELESS = Json.of("nameless");

    private static final String KEY = "name";

    /** The schema is the newest one: where a conference may go without a name, it must not see that (decision R13). */
    @Override
    public Draft prepare(Draft draft) {
        return isNameless(draft) ? draft.withOpen(draft.open().with(NAMELESS, KEY)) : draft;
    }

    @Override
    public Draft complete(Draft draft) {
        draft.faults().refuse(); // conflicts are looked for in what is valid, one kind after the other
        checkNumbers(draft);
        draft.faults().refuse();
        checkName(draft);
        return isNameless(draft) ? draft.withOpen(draft.open().without(KEY)) : draft;
    }

    private static boolean isNameless(Draft draft) {
        return !draft.call().does(Decision.CONFERENCES_HAVE_UNIQUE_NAMES)
                && !draft.asked().has(KEY);
    }

    private static Stream<String> numbers(JsonObject conference) {
        return Stream.of(
                        conference.array("conference_numbers"),
                        conference.array("member", "numbers"),
                        conference.array("moderator", "numbers"))
                .flatMap(numbers -> numbers.texts().stream());
    }

    private static void checkNumbers(Draft draft) {
        String account = draft.call().account();
        String taken = numbers(draft.open())
                .filter(number -> draft.isTaken(NUMBER, Index.key(account, number)))
                .collect(Collectors.joining());
        if (!taken.isEmpty()) {
            draft.faults().add("numbers", "unique", "Numbers already in use", Json.of(taken));
        }
    }

    private static void checkName(Draft draft) {
        String name = draft.open().text(KEY);
        if (draft.call().does(Decision.CONFERENCES_HAVE_UNIQUE_NAMES)
                && name != null
                && draft.isTaken(NAME, Index.key(draft.call().account(), name))) {
            String message = "public conference needs a system-wide unique name";
            draft.faults().add(KEY, "unique", message, Json.of(name));
        }
    }
}
