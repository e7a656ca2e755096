package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.configs.ConfigSchemas;

/** Settings of accounts and of the system; what is the schema's default anyway is not kept (configs sheet 1 and 9). */
final class SettingsLearnt implements Learning.Special {
    private final ConfigSchemas schemas;

    SettingsLearnt(SchemaRegistry schemas) {
        this.schemas = new ConfigSchemas(schemas, true);
    }

    @Override
    public boolean learn(KnownWorld world, Asked asked) {
        String noun = asked.operation().pattern().noun();
        if (noun.equals("configs")) {
            config(world.account(asked.account()), asked.argument(0).isEmpty() ? "default" : asked.argument(0), asked);
        } else if (noun.equals("system_configs")) {
            system(world, asked);
        } else {
            return false;
        }
        return true;
    }

    private void config(KnownAccount account, String name, Asked asked) {
        JsonObject own = asked.data().without("id").difference(schemas.defaults(name));
        String id = ConfigSchemas.documentId(name);
        if (own.isEmpty()) {
            account.forget("configs", id);
        } else {
            account.learn("configs", id, known -> known.read(own));
        }
    }

    private void system(KnownWorld world, Asked asked) {
        String id = asked.argument(0);
        String section = asked.argument(1);
        if (id.isEmpty()) {
            asked.envelope()
                    .array("data")
                    .texts()
                    .forEach(each -> world.systemConfigs.putIfAbsent(each, JsonObject.EMPTY));
        } else if (section.isEmpty() && asked.deletes()) {
            world.systemConfigs.remove(id);
        } else {
            JsonObject known = world.systemConfigs.getOrDefault(id, JsonObject.EMPTY);
            JsonObject data = asked.data().without("id");
            JsonObject all = section.isEmpty() ? data : known.with(data, section);
            JsonObject own = all.object("default").difference(schemas.defaults(id));
            JsonObject stored = own.isEmpty() ? all.without("default") : all.with(own, "default");
            if (!stored.isEmpty() || world.systemConfigs.containsKey(id)) {
                world.systemConfigs.put(id, stored);
            }
        }
    }
}
