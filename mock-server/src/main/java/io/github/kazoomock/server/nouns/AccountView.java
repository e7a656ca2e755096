package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.AccountStanding;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.World;
import org.jspecify.annotations.Nullable;

/** What a client sees of an account: its document and what the server computes (accounts sheet 4, delta sheet 3.1). */
record AccountView(Call call, World world) {

    Reply reply(Account account) {
        return reply(account, new Resellers(world).of(account));
    }

    /**
     * The account as a customer of another reseller than the tree tells.
     *
     * @param reseller null for one that the server does not know yet
     */
    Reply reply(Account account, @Nullable String reseller) {
        JsonObject computed = computed(account, reseller);
        Reply reply = Reply.document(account.document(), computed.plus(beside(account)));
        return call.does(Decision.COMPUTED_ACCOUNT_FIELDS_IN_METADATA) ? reply.withMetadata(computed) : reply;
    }

    /** What newest KAZOO has in {@code metadata} and older ones in {@code data} (decision C1). */
    private JsonObject computed(Account account, @Nullable String reseller) {
        JsonObject hidden = account.document().hidden();
        return JsonObject.builder()
                .put("created", account.document().created())
                .put("enabled", AccountStanding.enabled(account))
                .put("superduper_admin", hidden.isTrue("pvt_superduper_admin"))
                .put("wnm_allow_additions", hidden.isTrue("pvt_wnm_allow_additions"))
                .put("is_reseller", new Resellers(world).isReseller(account))
                .put("reseller_id", reseller)
                .put("billing_mode", billingMode(reseller))
                .put("api_key", showsApiKey() ? hidden.text(AccountKeys.API_KEY) : null)
                .build();
    }

    /** Depends on who asks: the reseller itself sees its customers with another mode than they do (trap 13). */
    private String billingMode(@Nullable String reseller) {
        if (call.knownCaller().accountId().equals(reseller)) {
            return "limits_only";
        }
        return reseller != null && reseller.equals(world.master()) ? "normal" : "manual";
    }

    private boolean showsApiKey() {
        return call.options().isTrue("include_api_key")
                || new Settings(world).isSet("crossbar.accounts", "expose_api_key");
    }

    /** What is only in {@code data}, and only where there is something to say. */
    private JsonObject beside(Account account) {
        JsonObject.Builder keys = JsonObject.builder().put("notification_preference", notificationPreference(account));
        if (account.document().hidden().has(AccountStanding.TRIAL_ENDS)) {
            long ends = account.document().hidden().integer(0, AccountStanding.TRIAL_ENDS);
            keys.put("trial_time_left", ends - Gregorian.seconds(call.now()));
        }
        if (account.descendants() > 0) {
            keys.put("descendants_count", account.descendants());
        }
        return keys.build();
    }

    private static @Nullable String notificationPreference(Account account) {
        String own = account.document().hidden().text(AccountKeys.NOTIFICATION_PREFERENCE);
        if (own != null) {
            return own.equals("teletype") ? own : "notify";
        }
        JsonObject notifications = account.document().open().object("notifications");
        boolean older = isSet(notifications.get("voicemail_to_email")) || isSet(notifications.get("fax_to_email"));
        return older ? "notify" : null;
    }

    private static boolean isSet(@Nullable Json value) {
        return value instanceof JsonObject object && !object.isEmpty();
    }
}
