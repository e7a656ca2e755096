package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import java.util.List;

/** What an account gets that was not sent, besides the defaults of its schema (accounts sheet 5, 7 and 8). */
final class AccountDefaults {
    /** What the samples of the seed document show on a new account (decision C3). */
    private static final JsonObject SEED = JsonObject.builder()
            .put("caller_id", JsonObject.EMPTY)
            .put("dial_plan", JsonObject.EMPTY)
            .put("language", "en-us")
            .build();

    private AccountDefaults() {}

    static Draft fill(Draft draft) {
        boolean seeded = draft.isNew() && draft.call().does(Decision.NEW_ACCOUNTS_HAVE_SEED_DEFAULTS);
        return withTimezone(withRealm(seeded ? draft.withOpen(SEED.plus(draft.open())) : draft));
    }

    /** A missing realm is generated, also when an account is changed (decision C7). */
    private static Draft withRealm(Draft draft) {
        return draft.open().has("realm")
                ? draft.withText(realm -> realm.replace(" ", ""), "realm")
                : draft.withOpen(draft.open().with(Json.of(newRealm(draft)), "realm"));
    }

    private static String newRealm(Draft draft) {
        Settings settings = new Settings(draft.transaction().world());
        int bytes = (int) settings.integer(3, "crossbar.accounts", "random_realm_strength");
        String suffix = settings.text("sip.2600hz.com", "crossbar.accounts", "account_realm_suffix");
        return draft.transaction().newSecret(bytes * 2) + "." + suffix;
    }

    /** Nothing is inherited but by a PATCH that says so (decision C5). */
    private static Draft withTimezone(Draft draft) {
        Json zone = draft.open().get("timezone");
        boolean inherits = zone != null && "inherit".equals(zone.text());
        if (zone != null && !inherits) {
            return draft;
        }
        String fallback =
                new Settings(draft.transaction().world()).text("America/Los_Angeles", "accounts", "default_timezone");
        String resolved = inherits && draft.call().verb() == Verb.PATCH ? inherited(draft, fallback) : fallback;
        return draft.withOpen(draft.open().with(Json.of(resolved), "timezone"));
    }

    private static String inherited(Draft draft, String fallback) {
        List<String> tree = AccountChecks.tree(draft);
        for (int i = tree.size() - 1; i >= 0; i--) {
            Account ancestor = draft.transaction().account(tree.get(i));
            String zone = ancestor == null ? null : ancestor.document().open().text("timezone");
            if (zone != null) {
                return zone;
            }
        }
        return fallback;
    }
}
