package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.AccountSearch;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.world.Account;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ways in which a login says which account it means, in the order in which they count (auth sheet 5). */
final class AccountWays {
    private AccountWays() {}

    /** The realm that was sent, under its name or its alias. */
    static @Nullable String realm(JsonObject data) {
        String realm = data.text("account_realm");
        return realm == null ? data.text("realm") : realm;
    }

    /** The telephone number that was sent, as KAZOO stores it. */
    static @Nullable String number(JsonObject data) {
        String number = data.text("phone_number");
        return number == null ? null : E164.of(number);
    }

    /** The first way that leads to accounts counts; none, when no way does. */
    static List<Account> found(AccountSearch search, JsonObject data) {
        return found(number(data), search::byPhoneNumber)
                .or(() -> found(realm(data), search::byRealm))
                .or(() -> found(data.text("account_name"), search::byName))
                .or(() -> found(data.text("account_id"), search::byId))
                .orElse(List.of());
    }

    private static Optional<List<Account>> found(@Nullable String value, Function<String, List<Account>> search) {
        return Optional.ofNullable(value).map(search).filter(accounts -> !accounts.isEmpty());
    }
}
