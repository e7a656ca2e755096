package io.github.kazoomock.server.auth;

import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who a credential belongs to, in a world at a time (auth sheet 2, 4 and 10). */
public final class Identities {
    /** A token that was revoked is kept as a system document of this type, under its digest. */
    public static final String REVOKED = "revoked_token";

    private final Tokens tokens;

    /** What of a credential's look-up depends on profile and options. */
    public record Rules(boolean bearerMayBeJwt, boolean basicNeedsEnabledAccount, boolean masquerade) {}

    public Identities(Tokens tokens) {
        this.tokens = tokens;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Identity of(Credential credential, World world, Instant now, Rules rules) {
        return switch (credential.kind()) {
            case AUTH_TOKEN -> ofToken(credential.text(), world, now, rules);
            case BEARER ->
                rules.bearerMayBeJwt() ? ofToken(credential.text(), world, now, rules) : new Identity.Unknown();
            case BASIC -> ofBasic(credential.text(), world, now, rules);
            case UNKNOWN -> new Identity.Unknown();
        };
    }

    private Identity ofToken(String token, World world, Instant now, Rules rules) {
        JsonObject claims = tokens.read(token).claims();
        if (claims == null || isRevoked(token, world)) {
            return new Identity.Unknown();
        }
        if (isOver(claims, now)) {
            return new Identity.Expired();
        }
        String accountId = claims.textOr("account_id", "");
        String ownerId = claims.text("owner_id");
        if (!tokens.areSignedFor(claims, world)) {
            return new Identity.Unknown();
        }
        JsonObject as = claims.object("as");
        if (rules.masquerade() && as.has("account_id") && as.has("owner_id")) {
            return masquerade(as, accountId, claims, world, now);
        }
        return identity(accountId, ownerId, claims.textOr("method", ""), claims, world, now);
    }

    private static Identity masquerade(JsonObject as, String by, JsonObject claims, World world, Instant now) {
        String accountId = as.textOr("account_id", "");
        Account target = world.account(accountId);
        if (target == null || !target.tree().contains(by)) {
            return new Identity.Unknown();
        }
        return identity(accountId, as.text("owner_id"), claims.textOr("method", ""), claims, world, now);
    }

    private static Identity ofBasic(String base64, World world, Instant now, Rules rules) {
        List<String> parts;
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            parts = List.of(text.split(":", 2));
        } catch (IllegalArgumentException e) {
            return new Identity.Unknown();
        }
        Account account = world.account(parts.get(0));
        if (account == null || parts.size() < 2) {
            return new Identity.Unknown();
        }
        Optional<Document> user =
                basicUser(account, AuthConfig.of(world, account).basicType(), parts.get(1));
        if (user.isEmpty()) {
            return new Identity.Unknown();
        }
        if (rules.basicNeedsEnabledAccount() && !AccountStanding.enabled(account)) {
            return new Identity.AccountDisabled();
        }
        return identity(account.id(), user.get().id(), "cb_basic_auth", JsonObject.EMPTY, world, now);
    }

    /** What stands behind the account id depends on the account's settings (auth sheet 10). */
    private static Optional<Document> basicUser(Account account, String type, String secret) {
        return switch (type) {
            case "md5" -> Logins.userByHash(account, Passwords.MD5, secret);
            case "sha" -> Logins.userByHash(account, Passwords.SHA1, secret);
            default -> Logins.userByHash(account, Passwords.MD5, Passwords.md5(secret));
        };
    }

    private static Identity identity(
            String accountId, @Nullable String ownerId, String method, JsonObject claims, World world, Instant now) {
        Account account = world.account(accountId);
        if (account == null) {
            return new Identity.Unknown();
        }
        Long over = AccountStanding.trialOver(account, now);
        if (over != null) {
            return new Identity.TrialOver(over);
        }
        boolean superduper = account.document().hidden().isTrue("pvt_superduper_admin");
        return new Identity.Known(new Caller(accountId, ownerId, method, claims, superduper));
    }

    /** True when the claims carry an {@code exp} (Unix seconds) that has passed. */
    public static boolean isOver(JsonObject claims, Instant now) {
        return claims.get("exp") instanceof JsonNumber exp && exp.value().longValue() <= now.getEpochSecond();
    }

    /** True after its bearer ended it (decision A7). */
    public static boolean isRevoked(String token, World world) {
        return world.system(REVOKED, revocationId(token)) != null;
    }

    /** The id under which a revoked token is remembered. */
    public static String revocationId(String token) {
        return token.substring(token.lastIndexOf('.') + 1); // its signature; no other token has it
    }
}
