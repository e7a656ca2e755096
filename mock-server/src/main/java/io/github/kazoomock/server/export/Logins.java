package io.github.kazoomock.server.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who can be logged in where a {@link Given} is brought about. */
public interface Logins {
    /** The role that acts unless another is named. */
    String ACCOUNT_ADMIN = "account_admin";

    /** The role of the one who sells to {@link #ACCOUNT_ADMIN}. */
    String RESELLER = "reseller";

    /** The value that a login gives. */
    String AUTH_TOKEN = "AUTH_TOKEN";

    /**
     * What every request may use: {@code ACCOUNT_ID}, {@code ACCOUNT_NAME}, {@code REALM} of the account in which
     * everything happens, {@code RESELLER_ID} of the reseller above it, {@code FOREIGN_ACCOUNT_ID} of one that its people may not see.
     */
    Map<String, String> values();

    /**
     * A token of somebody.
     *
     * @param role {@code superduper_admin}, {@code reseller}, {@code account_admin} or {@code user}
     * @return null when there is nobody of that role
     */
    @Nullable
    String token(String role);
}
