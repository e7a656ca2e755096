package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Learns from exchanges, one after the other. Most nouns need no line here: their documents and rows are what they are. */
final class Learning {
    final KnownWorld world = new KnownWorld();

    /** When the last exchange ended. */
    Instant until = Instant.EPOCH;

    private final Operations operations;
    private final Map<String, String> collections = new HashMap<>();
    private final Set<String> types;
    private final Rows rows;
    private final List<Special> specials;

    /** What is not learnt like a document or a list of them. */
    @FunctionalInterface
    interface Special {
        /** False when the operation is none of its own. */
        boolean learn(KnownWorld world, Asked asked);
    }

    Learning(OperationTable table, SchemaRegistry schemas) {
        this.operations = new Operations(table);
        this.rows = new Rows(schemas);
        this.types = table.types().keySet();
        for (Noun noun : table.nouns().values()) {
            if (noun.type() != null) {
                noun.operations()
                        .forEach(
                                operation -> collections.put(operation.pattern().noun(), noun.collection()));
            }
        }
        this.specials = List.of(
                new AccountsLearnt(),
                new NumbersLearnt(),
                new MessagesLearnt(),
                new CallsLearnt(),
                new ServicesLearnt(),
                new SettingsLearnt(schemas),
                new FilesLearnt(),
                new OthersLearnt());
    }

    /** The operation of an exchange, if it is one of the table. */
    Optional<Asked> operation(Exchange exchange) {
        return operations.of(exchange);
    }

    /** What succeeded teaches something; the rest does not. */
    void learn(Exchange exchange) {
        Instant end = exchange.time().plus(exchange.took());
        until = end.isAfter(until) ? end : until;
        if (!exchange.isSuccess()) {
            return;
        }
        operations.of(exchange).ifPresent(asked -> {
            if (!asked.account().isEmpty()) {
                world.account(asked.account());
            }
            if (specials.stream().noneMatch(special -> special.learn(world, asked))) {
                plain(asked);
            }
        });
    }

    private void plain(Asked asked) {
        Operation operation = asked.operation();
        String noun = operation.pattern().noun();
        String collection = collections.get(noun);
        if (collection == null) {
            return;
        }
        boolean isSystem = asked.account().isEmpty();
        String kept = isSystem && types.contains("system_" + collection) ? "system_" + collection : collection;
        KnownAccount account = world.account(isSystem ? KnownWorld.MASTER : asked.account());
        boolean isList = operation.shape() == Shape.LIST || operation.shape() == Shape.STREAM;
        if (isList && operation.pattern().steps().isEmpty()) {
            list(asked, account, kept);
        } else if (operation.shape() == Shape.DOCUMENT) {
            document(asked, account, kept);
        }
    }

    private void list(Asked asked, KnownAccount account, String collection) {
        Set<String> there = new HashSet<>();
        for (JsonObject row : asked.rows()) {
            String id = row.text("id");
            if (id != null) {
                there.add(id);
                account.learn(collection, id, known -> known.seen(rows.stored(collection, row)));
            }
        }
        boolean ofAccount = asked.exchange().path().matches("/v[0-9]+/accounts/[^/]+/[^/]+/?");
        if (ofAccount && asked.isComplete()) {
            account.documents(collection).keySet().retainAll(there);
        }
    }

    private static void document(Asked asked, KnownAccount account, String collection) {
        JsonObject data = asked.data();
        String id = data.text("id");
        if (id == null) {
            return;
        }
        if (asked.deletes()) {
            account.forget(collection, id);
            return;
        }
        JsonObject read =
                Rows.document(collection, data).plus(times(asked.envelope().object("metadata")));
        account.learn(collection, id, known -> known.read(read));
    }

    /** When a document was made and changed, as the envelope says. */
    static JsonObject times(JsonObject metadata) {
        JsonObject.Builder times = JsonObject.builder();
        for (String key : List.of("created", "modified")) {
            Json time = metadata.get(key);
            times.putIfPresent("pvt_" + key, time);
        }
        return times.build();
    }
}
