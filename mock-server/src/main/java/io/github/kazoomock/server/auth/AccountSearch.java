package io.github.kazoomock.server.auth;

import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the accounts that a login may mean; several may share a name (accounts sheet 14). */
public final class AccountSearch {
    private final World world;

    public AccountSearch(World world) {
        this.world = world;
    }

    /**
     * Only enabled accounts: numbers of others lead nowhere.
     *
     * @param number in E.164
     */
    public List<Account> byPhoneNumber(String number) {
        PhoneNumber known = PhoneNumber.find(world, number);
        String owner = known == null ? null : known.owner();
        return owner == null
                ? List.of()
                : byId(owner).stream().filter(AccountStanding::enabled).toList();
    }

    public List<Account> byRealm(String realm) {
        return found(AccountIndexes.REALM, realm.toLowerCase(Locale.ROOT));
    }

    public List<Account> byName(String name) {
        return found(AccountIndexes.NAME, Logins.normalized(name));
    }

    public List<Account> byApiKey(String key) {
        return found(AccountIndexes.API_KEY, key);
    }

    public List<Account> byId(String id) {
        Account account = world.account(id);
        return account == null ? List.of() : List.of(account);
    }

    private List<Account> found(Index index, String key) {
        List<Account> accounts = new ArrayList<>();
        for (Ref ref : world.find(index, key)) {
            accounts.addAll(byId(ref.account()));
        }
        return accounts;
    }
}
