package io.github.kazoomock.server.admin;

import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.export.Logins;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Logins in a world without a password: what happens, happens in the customer's account that has most documents.
 *
 * <p>Tokens are made once, since a signature takes a millisecond; they are good in every fork of the world.
 */
public final class SignedLogins implements Logins {
    private final World world;
    private final Tokens tokens;
    private final Instant now;
    private final @Nullable Account account;
    private final @Nullable String seller;
    private final Map<String, Optional<String>> made = new ConcurrentHashMap<>();

    /**
     * Logins.
     *
     * @param now when the tokens were made
     */
    public SignedLogins(World world, Tokens tokens, Instant now) {
        this(world, tokens, now, null);
    }

    /**
     * Logins in an account.
     *
     * @param accountId null for the customer's that has most documents
     */
    SignedLogins(World world, Tokens tokens, Instant now, @Nullable String accountId) {
        this.world = world;
        this.tokens = tokens;
        this.now = now;
        this.account = accountId == null ? busiest() : world.account(accountId);
        this.seller = seller();
    }

    private @Nullable Account busiest() {
        return world.accounts().values().stream()
                .filter(each -> person(ACCOUNT_ADMIN, each.id()).isPresent())
                .max(Comparator.comparing(SignedLogins::documents).thenComparing(Account::id))
                .orElse(null);
    }

    private static int documents(Account account) {
        return account.types().stream()
                .mapToInt(type -> account.shelf(type).size())
                .sum();
    }

    @Override
    public Map<String, String> values() {
        if (account == null) {
            return Map.of();
        }
        Map<String, String> values = new TreeMap<>();
        values.put("ACCOUNT_ID", account.id());
        values.put("ACCOUNT_NAME", account.document().open().textOr("name", ""));
        values.put("REALM", account.document().open().textOr("realm", ""));
        if (seller != null) {
            values.put("RESELLER_ID", seller);
        }
        if (!account.tree().isEmpty()) {
            values.put("FOREIGN_ACCOUNT_ID", account.tree().get(account.tree().size() - 1));
        }
        return values;
    }

    @Override
    public @Nullable String token(String role) {
        return made.computeIfAbsent(role, this::sign).orElse(null);
    }

    private Optional<String> sign(String role) {
        return person(role, account == null ? null : account.id())
                .or(() -> elsewhere(role))
                .map(person -> tokens.sign(Grant.of("cb_user_auth", person.account(), person.user())
                        .claims(world, now)));
    }

    /** A reseller is the account's own before it is any other. */
    private Optional<People.Person> elsewhere(String role) {
        return switch (role) {
            case ACCOUNT_ADMIN, "user" -> Optional.empty();
            case RESELLER -> person(role, seller);
            default -> person(role, null);
        };
    }

    /** The nearest account above that sells; null when there is none. */
    private @Nullable String seller() {
        return account == null
                ? null
                : account.tree().stream()
                        .filter(id -> person(RESELLER, id).isPresent())
                        .reduce((upper, lower) -> lower)
                        .orElse(null);
    }

    private Optional<People.Person> person(String role, @Nullable String accountId) {
        try {
            return Optional.of(People.find(world, role, null, accountId));
        } catch (BadRequest e) {
            return Optional.empty();
        }
    }
}
