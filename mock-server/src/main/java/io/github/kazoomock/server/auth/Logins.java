package io.github.kazoomock.server.auth;

import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import java.util.Locale;
import java.util.Optional;

/** How users are found by the digest of their user name and password (auth sheet 5). */
public final class Logins {
    private Logins() {}

    /**
     * The enabled user with this digest.
     *
     * @param key {@link Passwords#MD5} or {@link Passwords#SHA1}
     */
    public static Optional<Document> userByHash(Account account, String key, String digest) {
        return account.shelf("user").values().stream()
                .filter(user -> digest.equals(user.hidden().text(key)))
                .filter(user -> user.open().get("enabled") != JsonLiteral.FALSE)
                .findFirst();
    }

    /** Account names compare as their lower-case letters and digits (accounts sheet 14). */
    public static String normalized(String accountName) {
        return accountName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
