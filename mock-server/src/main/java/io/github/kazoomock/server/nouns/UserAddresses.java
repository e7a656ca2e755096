package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;

/** Addresses of a user as older KAZOO had them: a list, which is that of the contact card today (delta sheet 5.2). */
final class UserAddresses {
    private static final String KEY = "addresses";
    private static final String CARD = "vcard";

    private UserAddresses() {}

    /** A list that a change brings becomes the card's; a new user is no place for the old form. */
    static Draft migrate(Draft draft) {
        Document before = draft.before();
        if (before == null
                || !(draft.sent().get(KEY) instanceof JsonArray list)
                || !draft.call().does(Decision.USERS_TELL_AVATAR_AND_EXPIRY)) {
            return draft;
        }
        JsonObject kept = draft.call().verb() == Verb.PATCH ? before.open().object(KEY) : JsonObject.EMPTY;
        return draft.withOpen(draft.open().with(kept.with(list, CARD), KEY));
    }
}
