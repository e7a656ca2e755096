package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds users of a world by what tests call them. */
final class People {
    private static final String USER = "user";
    private static final List<String> ROLES = List.of("superduper_admin", "reseller", "account_admin", USER);
    private static final int LISTED = 12;

    private People() {}

    /** A user of an account. */
    record Person(Account account, Document user) {
        String username() {
            return user.open().textOr("username", "");
        }

        String role() {
            if (!"admin".equals(user.open().text("priv_level"))) {
                return USER;
            }
            if (account.document().hidden().isTrue("pvt_superduper_admin")) {
                return "superduper_admin";
            }
            return account.document().hidden().isTrue("pvt_reseller") ? "reseller" : "account_admin";
        }

        /** In an account of a customer, where plain users usually are. */
        boolean isOfCustomer() {
            return !account.document().hidden().isTrue("pvt_reseller")
                    && !account.document().hidden().isTrue("pvt_superduper_admin");
        }

        private boolean isCalled(String name) {
            return user.id().equals(name) || username().equals(name.toLowerCase(Locale.ROOT));
        }

        private String words() {
            return username() + " of " + name(account);
        }
    }

    /** Parents before their children, siblings by name. */
    static List<Account> accounts(World world) {
        return world.accounts().values().stream()
                .sorted(Comparator.comparing(account -> path(world, account)))
                .toList();
    }

    private static String path(World world, Account account) {
        return Stream.concat(account.tree().stream().map(world::existing), Stream.of(account))
                .map(step -> name(step).toLowerCase(Locale.ROOT) + '\0' + step.id())
                .collect(Collectors.joining("\1"));
    }

    private static String name(Account account) {
        return account.document().open().textOr("name", "");
    }

    /**
     * The first enabled user in the order of {@link #accounts} that all which is not null holds of.
     *
     * @param user name or id
     * @param account name, realm or id
     * @throws BadRequest when there is none, or when {@code user} leaves several
     */
    static Person find(World world, @Nullable String role, @Nullable String user, @Nullable String account) {
        if (role == null && user == null) {
            throw new BadRequest("say who: {\"role\": \"account_admin\"} or {\"user\": \"grace\"}");
        }
        if (role != null && !ROLES.contains(role)) {
            throw new BadRequest("role: '" + role + "'; use " + String.join(", ", ROLES));
        }
        List<Person> all = people(world);
        List<Person> found = all.stream()
                .filter(person -> role == null || person.role().equals(role))
                .filter(person -> user == null || person.isCalled(user))
                .filter(person -> account == null || isCalled(person.account, account))
                .sorted(Comparator.comparing(
                        person -> !person.isOfCustomer() && person.role().equals(USER)))
                .toList();
        if (found.isEmpty()) {
            throw new BadRequest(404, "nobody is that; there are " + listed(all));
        }
        if (user != null && found.size() > 1) {
            throw new BadRequest(409, "several users are called that: " + listed(found) + "; say which account");
        }
        return found.get(0);
    }

    private static List<Person> people(World world) {
        List<Person> people = new ArrayList<>();
        for (Account account : accounts(world)) {
            account.shelf(USER).values().stream()
                    .filter(user -> user.open().get("enabled") != JsonLiteral.FALSE)
                    .map(user -> new Person(account, user))
                    .sorted(Comparator.comparing(Person::username))
                    .forEach(people::add);
        }
        return people;
    }

    private static boolean isCalled(Account account, String called) {
        return Stream.of(account.id(), name(account), account.document().open().textOr("realm", ""))
                .anyMatch(called::equalsIgnoreCase);
    }

    private static String listed(List<Person> people) {
        String some = people.stream().limit(LISTED).map(Person::words).collect(Collectors.joining(", "));
        return people.size() > LISTED ? some + " and " + (people.size() - LISTED) + " more" : some;
    }
}
