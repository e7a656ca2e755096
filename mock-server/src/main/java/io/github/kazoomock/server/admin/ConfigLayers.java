package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.configs.Config;
import io.github.kazoomock.server.configs.ConfigSchemas;
import io.github.kazoomock.server.configs.Explanation;
import io.github.kazoomock.server.configs.Layer;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.World;

/** Answers why a setting of an account is what it is: {@code GET configs/{ACCOUNT_ID}/{CONFIG_ID}}. */
record ConfigLayers(Sandbox sandbox, SchemaRegistry schemas) {

    /**
     * The settings of a config with the layer that each comes from.
     *
     * @throws BadRequest when there is no such account or config
     */
    JsonObject show(String accountId, String configId) {
        World world = sandbox.world();
        Account account = world.account(accountId);
        if (account == null) {
            throw new BadRequest(404, "there is no account " + accountId);
        }
        ConfigSchemas known = new ConfigSchemas(schemas, sandbox.profile().does(Decision.CONFIGS_ARE_THE_NEWEST));
        if (!known.has(configId)) {
            throw new BadRequest(404, "there is no config " + configId + "; there are " + known.ids());
        }
        Config config = known.config(world, account, configId);
        return JsonObject.builder()
                .put("account_id", account.id())
                .put("reseller_id", new Resellers(world).of(account))
                .put("config_id", configId)
                .put("stored", config.stored())
                .put(
                        "settings",
                        new JsonArray(config.explain().stream()
                                .<Json>map(ConfigLayers::row)
                                .toList()))
                .build();
    }

    private static JsonObject row(Explanation why) {
        JsonObject.Builder layers = JsonObject.builder();
        for (Layer layer : Layer.values()) {
            layers.putIfPresent(layer.words(), why.layers().get(layer));
        }
        return JsonObject.builder()
                .put("key", String.join(".", why.path()))
                .put("value", why.value())
                .put("from", why.from().words())
                .put("layers", layers.build())
                .put("shown", why.shown())
                .build();
    }
}
