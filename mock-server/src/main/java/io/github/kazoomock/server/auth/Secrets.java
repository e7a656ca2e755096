package io.github.kazoomock.server.auth;

import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The identity signature in a token: it dies with the secret of the user or account it names (auth sheet 4).
 *
 * <p>The secret of a document without {@code pvt_signature_secret} is derived from its id, so fixtures need none.
 */
public final class Secrets {
    /** The private key under which a user or account keeps its secret. */
    public static final String KEY = "pvt_signature_secret";

    /** Type and id of the system document that keeps the system's secret, under the same key, once it was reset. */
    public static final String SYSTEM = "system_auth";

    private Secrets() {}

    /**
     * What an identity signature is made of.
     *
     * @param secret of the user or account, and the system's behind it
     * @param identity the id of that user or account
     */
    record Material(String secret, String identity) {}

    /** The signature for a token of this user, or of the account when there is no user; null when that one is gone. */
    public static @Nullable String signature(World world, String accountId, @Nullable String ownerId) {
        Material material = material(world, accountId, ownerId);
        return material == null ? null : sign(material);
    }

    static @Nullable Material material(World world, String accountId, @Nullable String ownerId) {
        Account account = world.account(accountId);
        Document holder = account == null ? null : ownerId == null ? account.document() : account.get("user", ownerId);
        if (holder == null) {
            return null;
        }
        String secret = holder.hidden().textOr(KEY, holder.id());
        Document system = world.system(SYSTEM, SYSTEM);
        String systemSecret = system == null ? "kazoo-mock" : system.hidden().textOr(KEY, "");
        return new Material(secret + systemSecret, holder.id());
    }

    static String sign(Material material) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(material.secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(material.identity.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
