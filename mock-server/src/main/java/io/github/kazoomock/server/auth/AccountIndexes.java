package io.github.kazoomock.server.auth;

import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How accounts are found by what is unique to them in the whole system (accounts sheet 14). */
public final class AccountIndexes {
    /** By realm, in lower case. */
    public static final Index REALM = new Index(
            "accounts/realm",
            Account.TYPE,
            (account, document) -> keyOf(document.open().text("realm")).stream()
                    .map(realm -> realm.toLowerCase(Locale.ROOT))
                    .toList());

    /** By {@link Logins#normalized} name; several accounts may share one when uniqueness is switched off. */
    public static final Index NAME = new Index(
            "accounts/name",
            Account.TYPE,
            (account, document) -> keyOf(document.open().text("name")).stream()
                    .map(Logins::normalized)
                    .toList());

    /** By API key, exactly. */
    public static final Index API_KEY = new Index(
            "accounts/api_key",
            Account.TYPE,
            (account, document) -> keyOf(document.hidden().text("pvt_api_key")));

    /** All of them, for the noun that declares them. */
    public static final List<Index> ALL = List.of(REALM, NAME, API_KEY);

    private AccountIndexes() {}

    private static List<String> keyOf(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }
}
