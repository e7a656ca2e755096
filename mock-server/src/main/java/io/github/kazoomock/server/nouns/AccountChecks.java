package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.auth.AccountStanding;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Checks;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Resellers;
import java.util.List;

/** What becomes of an account on its way to be saved, besides its schema (accounts sheet 5, 7 and 8). */
final class AccountChecks implements Checks {
    private static final String CATEGORY = "crossbar.accounts";
    private static final long TRIAL_SECONDS = 1_209_600;

    /** What the samples of the seed document show on a new account (decision C3). */
    private static final JsonObject SEED_DEFAULTS = JsonObject.builder()
            .put("caller_id", JsonObject.EMPTY)
            .put("dial_plan", JsonObject.EMPTY)
            .put("language", "en-us")
            .build();

    @Override
    public Draft prepare(Draft draft) {
        Draft ready = withTimezone(withRealm(draft));
        AccountNames.check(ready);
        boolean seeded = ready.isNew() && ready.call().does(Decision.NEW_ACCOUNTS_HAVE_SEED_DEFAULTS);
        return seeded ? ready.withOpen(SEED_DEFAULTS.plus(ready.open())) : ready;
    }

    @Override
    public Draft complete(Draft draft) {
        refuseDirectCustomers(draft);
        Draft ready = withEnabled(draft);
        return ready.isNew() ? withPreference(withTrial(ready)) : ready;
    }

    /** A missing realm is generated, also when an account is changed (decision C7). */
    private static Draft withRealm(Draft draft) {
        Json realm = draft.open().get("realm");
        if (realm != null && !(realm instanceof JsonText)) {
            return draft;
        }
        String text = realm instanceof JsonText given ? given.value().replace(" ", "") : newRealm(draft);
        return draft.withOpen(draft.open().with(Json.of(text), "realm"));
    }

    private static String newRealm(Draft draft) {
        Settings settings = new Settings(draft.transaction().world());
        int bytes = (int) settings.integer(3, CATEGORY, "random_realm_strength");
        String suffix = settings.text("sip.2600hz.com", CATEGORY, "account_realm_suffix");
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
        List<String> tree = tree(draft);
        for (int i = tree.size() - 1; i >= 0; i--) {
            Account ancestor = draft.transaction().account(tree.get(i));
            String zone = ancestor == null ? null : ancestor.document().open().text("timezone");
            if (zone != null) {
                return zone;
            }
        }
        return fallback;
    }

    /** Where direct customers may have no sub-accounts they may not change accounts either (accounts sheet 5.10). */
    private static void refuseDirectCustomers(Draft draft) {
        if (new Settings(draft.transaction().world()).isOn("accounts", "allow_subaccounts_for_direct")) {
            return;
        }
        Account caller = draft.transaction().existing(draft.call().knownCaller().accountId());
        Resellers resellers = new Resellers(draft.transaction().world());
        boolean direct = resellers.of(caller).equals(draft.transaction().world().master());
        if (direct && !resellers.isReseller(caller)) {
            draft.faults()
                    .add(
                            "account",
                            "forbidden",
                            "Direct account is not allowed to create sub-accounts",
                            Json.of(caller.id()));
        }
    }

    /** {@code enabled} is said by ancestors, and kept as a private flag (decisions C6 and C8). */
    private static Draft withEnabled(Draft draft) {
        Call call = draft.call();
        String caller = call.knownCaller().accountId();
        boolean maySay = tree(draft).contains(caller) && !caller.equals(call.accountId());
        Json sent = draft.sent().get("enabled");
        boolean said = sent != null && sent != JsonLiteral.NULL;
        boolean defaultCounts = !draft.isNew() && !call.does(Decision.DISABLED_ACCOUNTS_STAY_DISABLED);
        Json enabled = draft.open().get("enabled");
        Draft stored = draft.withOpen(draft.open().without("enabled"));
        return enabled != null && maySay && (said || defaultCounts)
                ? stored.withHidden(stored.hidden().with(enabled, AccountKeys.ENABLED))
                : stored;
    }

    private static Draft withTrial(Draft draft) {
        if (!draft.open().isTrue("is_trial_account")) {
            return draft;
        }
        long seconds = new Settings(draft.transaction().world()).integer(TRIAL_SECONDS, CATEGORY, "trial_time");
        Json ends = Json.of(Gregorian.seconds(draft.transaction().now()) + seconds);
        return draft.withOpen(draft.open().without("is_trial_account"))
                .withHidden(draft.hidden().with(ends, AccountStanding.TRIAL_ENDS));
    }

    /** A new account begins with the preference of its reseller. */
    private static Draft withPreference(Draft draft) {
        String reseller = new Resellers(draft.transaction().world()).nearest(tree(draft));
        Document document = draft.transaction().existing(reseller).document();
        Json preference = document.hidden().get(AccountKeys.NOTIFICATION_PREFERENCE);
        return preference == null
                ? draft
                : draft.withHidden(draft.hidden().with(preference, AccountKeys.NOTIFICATION_PREFERENCE));
    }

    private static List<String> tree(Draft draft) {
        return draft.hidden().array(AccountKeys.TREE).texts();
    }
}
