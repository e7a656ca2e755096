package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.evidence.Evidence;

/** Menus of an account (pbx sheet 6). */
final class Menus {
    private Menus() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("menus", "menu", schemas)
                .evidence(Evidence.seed("js-sdk: menu"), Evidence.sheet("pbx 6"))
                .noun();
    }
}
