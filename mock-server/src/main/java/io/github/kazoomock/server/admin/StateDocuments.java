package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.sandbox.FixtureWorld;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts the documents of a provider state into a world, whatever KAZOO would say of the order in which they come. */
record StateDocuments(OperationTable table, SchemaRegistry schemas) {
    private static final List<String> KEYS = List.of("noun", "account_id", "id", "data", "as");

    /**
     * Puts all of them or none.
     *
     * @param usualAccount where those go that name no account
     * @return their ids by the names that they are given
     * @throws BadRequest naming the document that makes no sense
     */
    Map<String, String> put(List<Json> documents, Sandbox sandbox, String usualAccount) {
        return sandbox.write(
                transaction -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (int i = 0; i < documents.size(); i++) {
                        put(documents.get(i), "documents/" + i, transaction, usualAccount, values);
                    }
                    transaction.react(sandbox.reactions(), Cause.ITSELF);
                    return values;
                },
                done -> true);
    }

    private void put(
            Json wanted, String where, Transaction transaction, String usualAccount, Map<String, String> values) {
        if (!(wanted instanceof JsonObject document) || !(document.get("data") instanceof JsonObject data)) {
            throw new BadRequest(where + ": is no object with \"noun\" and \"data\"");
        }
        document.keys().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new BadRequest(where + ": knows no " + key + "; it knows " + String.join(", ", KEYS));
        });
        String noun = document.textOr("noun", "");
        String type = table.types().get(noun);
        if (type == null) {
            throw new BadRequest(where + "/noun: '" + noun + "' keeps no documents; use one of "
                    + String.join(", ", new TreeSet<>(table.types().keySet())));
        }
        String account = document.textOr("account_id", usualAccount);
        if (transaction.account(account) == null) {
            throw new BadRequest(where + "/account_id: there is no account '" + account + "'");
        }
        String id = document.has("id") ? document.textOr("id", "") : transaction.newId();
        JsonObject whole = checked(noun, data, where);
        transaction.put(account, FixtureWorld.document(id, type, whole, Map.of(), transaction.now()));
        if (document.has("as")) {
            values.put(document.textOr("as", ""), id);
        }
    }

    private JsonObject checked(String noun, JsonObject data, String where) {
        String schema = table.documentSchemas().getOrDefault(noun, "");
        if (schema.isEmpty()) {
            return data;
        }
        JsonObject hidden = data.filterKeys(key -> key.startsWith("pvt_"));
        JsonObject open = new SampleDocuments(schemas)
                .completed(schema, data.filterKeys(key -> !key.startsWith("pvt_")), data.textOr("name", noun));
        Validation validation = schemas.validate(schema, open);
        if (!validation.violations().isEmpty()) {
            throw new BadRequest(where + "/data: " + validation.violations().get(0));
        }
        return validation.document().plus(hidden);
    }
}
