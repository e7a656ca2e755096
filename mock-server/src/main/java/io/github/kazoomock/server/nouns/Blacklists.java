package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.evidence.Evidence;

/** Numbers whose calls an account turns away (pbx sheet 12). */
final class Blacklists {
    private static final String NUMBERS = "numbers";

    private Blacklists() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("blacklists", "blacklist", schemas)
                .checks(Blacklists::normalized)
                .evidence(Evidence.sheet("pbx 12"))
                .noun();
    }

    /** Numbers are keys in one spelling; of two spellings of a number the later one counts. */
    private static Draft normalized(Draft draft) {
        if (!(draft.open().get(NUMBERS) instanceof JsonObject numbers)) {
            return draft;
        }
        JsonObject.Builder stored = JsonObject.builder();
        numbers.forEach((number, entry) -> stored.put(E164.of(number), entry));
        return draft.withOpen(draft.open().with(stored.build(), NUMBERS));
    }
}
