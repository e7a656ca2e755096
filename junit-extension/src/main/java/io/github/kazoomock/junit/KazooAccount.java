package io.github.kazoomock.junit;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account of the world.
 *
 * @param parentId empty for the master
 */
public record KazooAccount(String id, String name, String realm, Optional<String> parentId, boolean reseller) {

    static KazooAccount of(Map<String, @Nullable Object> account) {
        return new KazooAccount(
                String.valueOf(account.get("id")),
                String.valueOf(account.get("name")),
                String.valueOf(account.get("realm")),
                Optional.ofNullable(account.get("parent_id")).map(Object::toString),
                Boolean.TRUE.equals(account.get("reseller")));
    }

    boolean isCalled(String wanted) {
        return id.equals(wanted) || name.equalsIgnoreCase(wanted) || realm.equalsIgnoreCase(wanted);
    }

    /** The path of a noun of the account: {@code accounts/ID/devices}. */
    public String path(String noun) {
        return "accounts/" + id + "/" + noun;
    }
}
