package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.configs.ConfigSchemas;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.numbers.Carrier;
import io.github.kazoomock.server.numbers.Features;
import io.github.kazoomock.server.numbers.NumberState;
import io.github.kazoomock.server.numbers.Transitions;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator and the resellers say of numbers: {@code number_manager} of the system and of accounts.
 *
 * @param system the defaults with what was set
 */
record NumberSettings(World world, JsonObject system) {
    private static final String CATEGORY = "number_manager";

    static NumberSettings of(SchemaRegistry schemas, World world) {
        JsonObject defaults = new ConfigSchemas(schemas, true).defaults(CATEGORY);
        Document stored = world.system(Settings.TYPE, CATEGORY);
        return new NumberSettings(
                world, stored == null ? defaults : defaults.plus(stored.open().object("default")));
    }

    /** What an account's own numbers may have: its reseller says, else the system. */
    Features.Rules features(@Nullable String account) {
        Account owner = account == null ? null : world.account(account);
        JsonObject reseller = owner == null ? JsonObject.EMPTY : stored(new Resellers(world).of(owner));
        JsonObject said = reseller.object("features");
        List<String> allowed = said.array("allow").texts();
        return new Features.Rules(
                allowed.isEmpty() ? system.array("features", "allow").texts() : allowed,
                said.array("deny").texts(),
                system.isTrue("local_feature_override"));
    }

    Transitions.Releasing releasing() {
        NumberState state = NumberState.of(system.textOr("released_state", ""));
        return new Transitions.Releasing(
                state == null || state.isAssigned() ? NumberState.AVAILABLE : state,
                system.isTrue("should_age"),
                system.isTrue("should_permanently_delete"));
    }

    /** Where numbers come from that are made by hand. */
    Carrier byHand() {
        return carrier("available_module_name");
    }

    /** Where numbers come from that were elsewhere before. */
    Carrier ported() {
        return carrier("port_in_module_name");
    }

    private Carrier carrier(String key) {
        return Carrier.named(system.textOr(key, "")).orElse(Carrier.LOCAL);
    }

    /** The carrier inside the mock sells unless the operator names the carriers to ask, and not this one. */
    boolean hasBuiltIn() {
        Document stored = world.system(Settings.TYPE, CATEGORY);
        JsonObject set = stored == null ? JsonObject.EMPTY : stored.open().object("default");
        return !set.has("carrier_modules")
                || set.array("carrier_modules").texts().contains(Carrier.BUILT_IN.module());
    }

    /** Kinds of numbers by name. */
    JsonObject classifiers() {
        return system.object("classifiers");
    }

    int mostFound() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, system.integer(500, "maximum_search_quantity")));
    }

    /** True when somebody without an account may search in the name of a reseller. */
    boolean searchesFor(String reseller) {
        return stored(reseller).isTrue("unauthorized_numbers_lookup") || system.isTrue("unauthorized_numbers_lookup");
    }

    private JsonObject stored(String account) {
        Account known = world.account(account);
        Document document =
                known == null ? null : known.get(ConfigSchemas.ACCOUNT_TYPE, ConfigSchemas.documentId(CATEGORY));
        return document == null ? JsonObject.EMPTY : document.open();
    }
}
