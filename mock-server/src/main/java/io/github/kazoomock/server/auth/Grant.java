package io.github.kazoomock.server.auth;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a new token is for.
 *
 * @param method the module that makes it: {@code cb_user_auth}
 * @param user null for tokens of an API key or a conference pin
 * @param as whom the token acts for; empty for nobody (decision A6)
 * @param others further claims, at the end
 */
public record Grant(
        String method, Account account, @Nullable Document user, JsonObject as, JsonObject others) {

    public static Grant of(String method, Account account, @Nullable Document user) {
        return new Grant(method, account, user, JsonObject.EMPTY, JsonObject.EMPTY);
    }

    public Grant as(JsonObject target) {
        return new Grant(method, account, user, target, others);
    }

    public Grant with(JsonObject moreClaims) {
        return new Grant(method, account, user, as, others.plus(moreClaims));
    }

    /** The claims in the order in which KAZOO writes them (auth sheet 4). */
    public JsonObject claims(World world, Instant now) {
        String ownerId = user == null ? null : user.id();
        JsonObject.Builder claims = JsonObject.builder()
                .put("iss", "kazoo")
                .put("identity_sig", Secrets.signature(world, account.id(), ownerId))
                .put("account_id", account.id())
                .put("owner_id", ownerId);
        if (!as.isEmpty()) {
            claims.put("as", as);
        }
        claims.put("method", method);
        AuthConfig.of(world, account)
                .expiry(method)
                .ifPresent(seconds -> claims.put("exp", now.getEpochSecond() + seconds));
        return claims.putAll(others).build();
    }
}
