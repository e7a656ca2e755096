package io.github.kazoomock.junit;

import java.net.URI;
import java.util.Map;

/**
 * Who is logged in.
 *
 * @param role {@code superduper_admin}, {@code reseller}, {@code account_admin} or {@code user}
 * @param token for the header {@code X-Auth-Token}
 * @param http a client with that token
 */
public record KazooLogin(
        String role,
        String username,
        String userId,
        String accountName,
        String accountId,
        String realm,
        String token,
        KazooHttp http) {

    static KazooLogin of(Map<String, ?> made, Wire wire, URI apiRoot) {
        String token = String.valueOf(made.get("auth_token"));
        return new KazooLogin(
                String.valueOf(made.get("role")),
                String.valueOf(made.get("username")),
                String.valueOf(made.get("user_id")),
                String.valueOf(made.get("account_name")),
                String.valueOf(made.get("account_id")),
                String.valueOf(made.get("realm")),
                token,
                new KazooHttp(wire, apiRoot, Map.of(KazooHttp.TOKEN, token)));
    }

    /** The path of a noun of the user's account: {@code accounts/ID/devices}. */
    public String path(String noun) {
        return "accounts/" + accountId + "/" + noun;
    }
}
