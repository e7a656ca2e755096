package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Checks;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.Locale;

/** What saving a user does besides the schema (pbx sheet 1.3 and 1.4). */
final class UserChecks implements Checks {
    static final Index USERNAME = new Index("users/username", "user", (account, document) -> {
        String username = document.open().text("username");
        return username == null ? List.of() : List.of(Index.key(account, username.toLowerCase(Locale.ROOT)));
    });

    static final Index HOTDESK_ID = new Index("users/hotdesk_id", "user", (account, document) -> {
        String id = document.open().text("hotdesk", "id");
        return id == null ? List.of() : List.of(Index.key(account, id));
    });

    /** Computed for each reply, so clients send it back. */
    static final String HAS_AVATAR = "has_avatar";

    @Override
    public Draft prepare(Draft draft) {
        Draft next = UserAddresses.migrate(draft)
                .withText(username -> username.toLowerCase(Locale.ROOT), "username")
                .withText(E164::of, "caller_id", "emergency", "number");
        next = UserPassword.digest(ForwardFailover.setAside(next));
        checkUsername(next);
        checkHotdeskId(next);
        return next;
    }

    /** Takes away what is for the server to act on and not to be stored. */
    @Override
    public Draft complete(Draft draft) {
        JsonObject stored = draft.open()
                .without("password")
                .without("confirm_password")
                .without(draft.isNew() ? "send_email_on_creation" : "sync");
        if (draft.call().does(Decision.USERS_TELL_AVATAR_AND_EXPIRY)) {
            stored = stored.without(HAS_AVATAR);
        }
        return ForwardFailover.putBack(draft.withOpen(stored));
    }

    private static void checkUsername(Draft draft) {
        String username = draft.open().text("username");
        if (username != null && draft.isTaken(USERNAME, Index.key(draft.call().account(), username))) {
            draft.faults().add("username", "unique", "Username must be unique within account", Json.of(username));
        }
    }

    private static void checkHotdeskId(Draft draft) {
        String id = draft.open().text("hotdesk", "id");
        if (id != null
                && !id.isEmpty()
                && draft.isTaken(HOTDESK_ID, Index.key(draft.call().account(), id))) {
            draft.faults().add("hotdesk.id", "unique", "Hotdesk ID must be unique within account", Json.of(id));
        }
    }
}
