package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.configs.Config;
import io.github.kazoomock.server.configs.ConfigSchemas;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Locations;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of an account, stored as what differs from its reseller's and the system's (configs sheet 1 to 6). */
final class Configs {
    private static final String NOUN = "configs";
    private static final String ONE = NOUN + "/{CONFIG_ID}";

    private final SchemaRegistry schemas;

    private Configs(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    static Noun noun(SchemaRegistry schemas) {
        Configs configs = new Configs(schemas);
        List<Operation> operations = List.of(
                Operation.of(NOUN + ".default", Verb.GET, NOUN)
                        .when(Decision.CONFIGS_WITHOUT_ID_ARE_THE_DEFAULT)
                        .evidence(Evidence.sheet("delta 4.1"))
                        .handler((call, transaction) -> configs.effective(call, transaction, "default")),
                declare("get", Verb.GET, "Fetch")
                        .handler((call, transaction) -> configs.effective(call, transaction, call.argument(0))),
                declare("create", Verb.PUT, "Create").handler(configs::write),
                declare("update", Verb.POST, "Change").handler(configs::write),
                declare("patch", Verb.PATCH, "Patch").handler(configs::write),
                declare("delete", Verb.DELETE, "Remove").handler(configs::delete));
        return new Noun(NOUN, NOUN, ConfigSchemas.ACCOUNT_TYPE, null, List.of(), operations);
    }

    private static Operation.Builder declare(String action, Verb verb, String section) {
        return Operation.of(NOUN + "." + action, verb, ONE)
                .shape(Shape.OBJECT)
                .evidence(Evidence.seed("configs: " + section), Evidence.sheet("configs 1"));
    }

    private Outcome write(Call call, Transaction transaction) {
        String id = call.argument(0);
        ConfigSchemas known = known(call);
        if (!known.has(id) && new Settings(transaction.world()).isOn("crossbar", "ensure_valid_schema")) {
            return Problems.schemaNotFound(ConfigSchemas.accountSchema(id));
        }
        Config config = config(call, transaction, id);
        Config.Change change = change(call, config, Bodies.document(call));
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
        faults.add(known.violations(id, change.whole()));
        faults.refuse();
        store(call, transaction, id, change.stored());
        Reply reply = effective(call, transaction, id);
        return call.verb() == Verb.PUT
                ? reply.withHeader("location", Locations.of(call, ConfigSchemas.documentId(id)))
                : reply;
    }

    private static Config.Change change(Call call, Config config, JsonObject sent) {
        if (call.verb() != Verb.PATCH) {
            return config.replace(sent);
        }
        return call.does(Decision.PATCHED_CONFIGS_KEEP_THE_REST) ? config.patch(sent) : config.patchForgetting(sent);
    }

    private static void store(Call call, Transaction transaction, String id, JsonObject difference) {
        Document before = stored(call, transaction, id);
        String document = ConfigSchemas.documentId(id);
        if (difference.isEmpty()) {
            transaction.destroy(call.account(), ConfigSchemas.ACCOUNT_TYPE, document);
            return;
        }
        JsonObject hidden = call.signed(before == null ? JsonObject.EMPTY : before.hidden());
        transaction.put(
                call.account(),
                before == null
                        ? Document.create(document, ConfigSchemas.ACCOUNT_TYPE, difference, hidden, transaction.now())
                        : before.next(difference, hidden, transaction.now()));
    }

    private Outcome delete(Call call, Transaction transaction) {
        String id = call.argument(0);
        Document gone = stored(call, transaction, id);
        transaction.destroy(call.account(), ConfigSchemas.ACCOUNT_TYPE, ConfigSchemas.documentId(id));
        if (call.does(Decision.DELETED_CONFIGS_SHOW_WHAT_HOLDS)) {
            Reply reply = effective(call, transaction, id);
            return gone == null ? reply : reply.deleted();
        }
        return gone == null ? Reply.nothing() : Reply.document(gone).deleted();
    }

    /** What holds for the account, without a revision: no document is like it (decision G12). */
    private Reply effective(Call call, Transaction transaction, String id) {
        JsonObject document = JsonObject.of("id", Json.of(ConfigSchemas.documentId(id)));
        return Reply.value(config(call, transaction, id).effective().plus(document))
                .withRevision(null)
                .comparing(null)
                .withMetadata(document);
    }

    private Config config(Call call, Transaction transaction, String id) {
        return known(call).config(transaction.world(), transaction.existing(call.account()), id);
    }

    private ConfigSchemas known(Call call) {
        return new ConfigSchemas(schemas, call.does(Decision.CONFIGS_ARE_THE_NEWEST));
    }

    private static @Nullable Document stored(Call call, Transaction transaction, String id) {
        return transaction.get(call.account(), ConfigSchemas.ACCOUNT_TYPE, ConfigSchemas.documentId(id));
    }
}
