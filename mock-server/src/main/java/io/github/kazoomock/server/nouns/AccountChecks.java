package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.server.auth.AccountStanding;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Checks;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Resellers;
import java.util.List;

/** What becomes of an account on its way to be saved, besides its schema (accounts sheet 5, 7 and 8). */
final class AccountChecks implements Checks {
    private static final long TRIAL_SECONDS = 1_209_600;

    @Override
    public Draft prepare(Draft draft) {
        Draft ready = AccountDefaults.fill(draft);
        AccountNames.check(ready);
        return ready;
    }

    @Override
    public Draft complete(Draft draft) {
        refuseDirectCustomers(draft);
        Draft ready = withEnabled(draft);
        return ready.isNew() ? withPreference(withTrial(ready)) : ready;
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
        long seconds =
                new Settings(draft.transaction().world()).integer(TRIAL_SECONDS, "crossbar.accounts", "trial_time");
        Json ends = Json.of(Gregorian.seconds(draft.call().now()) + seconds);
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

    static List<String> tree(Draft draft) {
        return draft.hidden().array(AccountKeys.TREE).texts();
    }
}
