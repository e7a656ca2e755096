package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.auth.AccountIndexes;
import io.github.kazoomock.server.auth.Logins;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;
import java.util.Locale;

/** Realms, and names unless that is switched off, are unique in the whole system (accounts sheet 14). */
final class AccountNames {
    private AccountNames() {}

    static void check(Draft draft) {
        World world = draft.transaction().world();
        String realm = draft.open().text("realm");
        if (realm != null && isTaken(world, AccountIndexes.REALM, realm.toLowerCase(Locale.ROOT), draft.id())) {
            draft.faults().add("realm", "unique", "Account realm already in use", Json.of(realm));
        }
        String name = draft.open().text("name");
        boolean unique = new Settings(world).isOn("crossbar.accounts", "ensure_unique_name");
        if (unique && name != null && isTaken(world, AccountIndexes.NAME, Logins.normalized(name), draft.id())) {
            draft.faults().add("name", "unique", "Account name already in use", Json.of(name));
        }
    }

    private static boolean isTaken(World world, Index index, String key, String own) {
        for (Ref ref : world.find(index, key)) {
            if (!ref.account().equals(own)) {
                return true;
            }
        }
        return false;
    }
}
