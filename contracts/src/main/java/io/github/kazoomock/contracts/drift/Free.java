package io.github.kazoomock.contracts.drift;

import java.util.Set;
import java.util.regex.Pattern;

/** Places whose values a server makes up or measures; only their type counts, unless the session sent them. */
final class Free {
    /** Of the envelope. */
    private static final Set<String> ENVELOPE = Set.of(
            "/auth_token",
            "/next_start_key",
            "/node",
            "/request_id",
            "/revision",
            "/start_key",
            "/bookmark",
            "/tokens/remaining",
            "/version");

    /** Names of keys anywhere: generated credentials and names, counts of time that passed. */
    private static final Pattern KEY = Pattern.compile(
            "api_key|realm|password|identity_sig|(custom_)?smtp(_email)?_address|sip_username|_rev|etag|nonce"
                    + "|filename|uptime|elapsed_s|duration(_.*)?|.*_(ms|seconds|micro)|expires(_in)?|time_left|trial_time_left"
                    + "|call_id|bridge_id|interaction_id|channel_id|node|media_server|switch_(host|url)|reset_id");

    private Free() {}

    /** Lists of what an installation offers, which is no matter of its API. */
    static boolean isOffer(String where) {
        return where.equals("/data/apps");
    }

    static boolean is(String where) {
        if (ENVELOPE.contains(where) || where.endsWith("/sip/username")) {
            return true;
        }
        return KEY.matcher(where.substring(where.lastIndexOf('/') + 1)).matches();
    }
}
