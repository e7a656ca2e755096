package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.world.Account;
import java.util.Set;

/** Names of an account's private keys, and of the public ones that only the server makes. */
final class AccountKeys {
    static final String TREE = Account.TREE;
    static final String PREVIOUS_TREE = "pvt_previous_tree";
    static final String ENABLED = "pvt_enabled";
    static final String API_KEY = "pvt_api_key";
    static final String NOTIFICATION_PREFERENCE = "pvt_notification_preference";

    /** Clients send them back with the whole account; they are dropped without a word (decision C10). */
    private static final Set<String> READ_ONLY = Set.of(
            "api_key",
            "billing_mode",
            "created",
            "descendants_count",
            "is_reseller",
            "modified",
            "notification_preference",
            "reseller_id",
            "superduper_admin",
            "trial_time_left",
            "wnm_allow_additions");

    private AccountKeys() {}

    /** What a client may set of an account; {@code enabled} is among it, for those who may. */
    static JsonObject sent(Call call) {
        return Bodies.document(call).filterKeys(key -> !READ_ONLY.contains(key));
    }
}
