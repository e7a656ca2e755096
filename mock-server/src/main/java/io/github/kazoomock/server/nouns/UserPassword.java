package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.auth.Passwords;
import io.github.kazoomock.server.auth.Secrets;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Settings;
import org.jspecify.annotations.Nullable;

/** Turns the password of a user into the digests by which it logs in (pbx sheet 1.4, auth sheet 4). */
final class UserPassword {
    private static final String CATEGORY = "crossbar.users";

    private UserPassword() {}

    /** The digests of what was sent; those of the stored user when neither name nor password is new. */
    static Draft digest(Draft draft) {
        Settings settings = new Settings(draft.transaction().world());
        String username = nonEmpty(draft, "username");
        String password = nonEmpty(draft, "password");
        if (!draft.open().has("username")
                && password != null
                && settings.isOn(CATEGORY, "generate_username_if_empty")) {
            username = "user_" + draft.transaction().newSecret(16);
            draft = draft.withOpen(draft.open().with(Json.of(username), "username"));
        }
        if (username == null) {
            return withDigests(draft, settings, JsonObject.EMPTY); // nobody can log in without a name
        }
        if (password == null && (isKnown(draft, username) || isOfAnotherType(draft))) {
            return draft;
        }
        if (password == null && !settings.isSet(CATEGORY, "generate_password_if_empty")) {
            String message = "The password must be provided when creating / updating the user name";
            draft.faults().add("password", "required", message, Json.of(username));
            return draft;
        }
        String secret = password == null ? draft.transaction().newSecret(16) : password;
        return withDigests(draft, settings, Passwords.digests(username, secret));
    }

    private static boolean isKnown(Draft draft, String username) {
        return draft.before() != null
                && username.equalsIgnoreCase(draft.before().open().text("username"));
    }

    /** True when what was sent as a password is none, which the schema will tell. */
    private static boolean isOfAnotherType(Draft draft) {
        Json sent = draft.open().get("password");
        return sent != null && !(sent instanceof JsonText);
    }

    /** Other digests bring another secret with them, so that tokens given out before are worth nothing. */
    private static Draft withDigests(Draft draft, Settings settings, JsonObject digests) {
        JsonObject old = draft.hidden();
        JsonObject hidden = old.without(Passwords.MD5).without(Passwords.SHA1).plus(digests);
        boolean changed = !hidden.equals(old);
        if (changed && settings.isOn(CATEGORY, "reset_identity_secret_on_rehash")) {
            hidden = hidden.with(Json.of(draft.transaction().newSecret(32)), Secrets.KEY);
        }
        return draft.withHidden(hidden);
    }

    private static @Nullable String nonEmpty(Draft draft, String key) {
        String text = draft.open().text(key);
        return text == null || text.isEmpty() ? null : text;
    }
}
