package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Evidence;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.sandbox.Decision;

/** Users of an account (pbx sheet 1, delta sheet 5.2). */
final class Users {
    private Users() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("users", "user", schemas)
                .row(Row.of("username", "email", "first_name", "last_name", "priv_level")
                        .flags())
                .escapesDots()
                .ownIds()
                .lookupFirst(Verb.PATCH)
                .lookupFirst(Decision.POST_LOOKS_UP_USERS_FIRST, Verb.POST)
                .evidence(Evidence.sheet("pbx 1"), Evidence.sheet("delta 5.2"))
                .noun();
    }
}
