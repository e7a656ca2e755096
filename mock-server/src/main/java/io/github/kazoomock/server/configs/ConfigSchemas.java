package io.github.kazoomock.server.configs;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Violation;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which configs there are and what their schemas say.
 *
 * @param newest what newest KAZOO added counts (decision G9)
 */
public record ConfigSchemas(SchemaRegistry schemas, boolean newest) {
    /** The type of the documents in which accounts keep their differences. */
    public static final String ACCOUNT_TYPE = "account_config";

    /** The type of the documents in which the system keeps its settings. */
    public static final String SYSTEM_TYPE = "system_config";

    private static final String DOCUMENT = "configs_";

    /** The id of the document in which an account keeps its difference. */
    public static String documentId(String id) {
        return DOCUMENT + id;
    }

    /** The schema of an account's config. */
    public static String accountSchema(String id) {
        return ACCOUNT_TYPE + "." + id;
    }

    /** The schema of each section of the system's config. */
    public static String systemSchema(String id) {
        return SYSTEM_TYPE + "." + id;
    }

    /** Every config that accounts can have settings in. */
    public List<String> ids() {
        String start = accountSchema("");
        return schemas.ids().stream()
                .filter(id -> id.startsWith(start))
                .map(id -> id.substring(start.length()))
                .filter(this::has)
                .toList();
    }

    /** True when accounts can have settings of their own in this config. */
    public boolean has(String id) {
        return schemas.has(accountSchema(id)) && (newest || !Additions.have(id));
    }

    /** What the system's schema gives when nothing is stored (configs sheet 2.1). */
    public JsonObject defaults(String id) {
        String schema = systemSchema(id);
        return schemas.has(schema) ? schemas.withDefaults(schema, JsonObject.EMPTY) : JsonObject.EMPTY;
    }

    /** What is wrong with an account's whole config; nothing when it has no schema. */
    public List<Violation> violations(String id, JsonObject config) {
        return has(id) ? schemas.validate(accountSchema(id), known(id, config)).violations() : List.of();
    }

    /** One config of an account, as the world has it. */
    public Config config(World world, Account account, String id) {
        Map<Layer, JsonObject> layers = new EnumMap<>(Layer.class);
        layers.put(Layer.SCHEMA, known(id, defaults(id)));
        layers.put(Layer.SYSTEM, open(world.system(SYSTEM_TYPE, id)).object(Sections.DEFAULT));
        Account reseller = world.account(new Resellers(world).of(account));
        if (reseller != null && !reseller.id().equals(account.id())) {
            layers.put(Layer.RESELLER, open(reseller.get(ACCOUNT_TYPE, documentId(id))));
        }
        layers.put(Layer.ACCOUNT, open(account.get(ACCOUNT_TYPE, documentId(id))));
        return new Config(shown(id), layers);
    }

    private Shown shown(String id) {
        JsonObject schema = has(id) ? schemas.schema(accountSchema(id)) : null;
        return Shown.by(schema == null || newest ? schema : Additions.removedFrom(id, schema));
    }

    private JsonObject known(String id, JsonObject config) {
        return newest ? config : Additions.removed(id, config);
    }

    private static JsonObject open(@Nullable Document document) {
        return document == null ? JsonObject.EMPTY : document.open();
    }
}
