package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Evidence;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;

/** Devices of an account (pbx sheet 2, delta sheet 5.3). */
final class Devices {
    private Devices() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("devices", "device", schemas)
                .row(Row.of("name", "owner_id", "enabled").flags())
                .lookupFirst(Verb.POST)
                .evidence(Evidence.sheet("pbx 2"), Evidence.sheet("delta 5.3"))
                .noun();
    }
}
