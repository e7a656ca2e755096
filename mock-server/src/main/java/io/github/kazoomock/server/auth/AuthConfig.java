package io.github.kazoomock.server.auth;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.World;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The settings {@code crossbar.auth} as they hold for one account: its own over those of its ancestors up to the first
 * reseller, over the system's (auth sheet 4 and 15).
 */
public record AuthConfig(JsonObject merged) {
    private static final String CATEGORY = "crossbar.auth";
    private static final long HOUR = 3600;

    public static AuthConfig of(World world, Account account) {
        Document system = world.system("system_config", CATEGORY);
        JsonObject merged = system == null ? JsonObject.EMPTY : system.open().object("default");
        List<String> tree = account.tree();
        Resellers resellers = new Resellers(world);
        int first = resellers.isReseller(account) ? tree.size() : tree.indexOf(resellers.of(account));
        for (String ancestor : tree.subList(first, tree.size())) {
            merged = merged.merge(own(world.account(ancestor)));
        }
        return new AuthConfig(merged.merge(own(account)));
    }

    /** False when the module that makes such tokens was switched off. */
    public boolean enabled(String method) {
        return merged.at("auth_modules", method, "enabled") != JsonLiteral.FALSE;
    }

    /** True when tokens of this module may be exchanged for fresh ones (decision A11). */
    public boolean renews(String method) {
        return merged.isTrue("auth_modules", method, "renew");
    }

    /** How many seconds a token of this module lives; empty for one that never ends (decision A22). */
    public OptionalLong expiry(String method) {
        Json own = merged.at("auth_modules", method, "token_auth_expiry_s");
        Json seconds = own == null ? merged.get("token_auth_expiry_s") : own;
        long life = seconds instanceof JsonNumber number ? number.value().longValue() : HOUR;
        boolean endless = life <= 0 || (seconds != null && seconds.equals(Json.of("infinity")));
        return endless ? OptionalLong.empty() : OptionalLong.of(life);
    }

    /** What stands behind the account id in basic credentials: {@code md5}, {@code sha}, else user and password. */
    public String basicType() {
        return merged.textOr("basic_auth_type", "md5");
    }

    private static JsonObject own(@Nullable Account account) {
        Document config = account == null ? null : account.get("account_config", "configs_" + CATEGORY);
        return config == null ? JsonObject.EMPTY : config.open();
    }
}
