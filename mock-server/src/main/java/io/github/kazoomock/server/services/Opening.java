package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Entry;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens the books of a starting world, and takes history from one start to another. */
public final class Opening {
    /** Where a saved world keeps the history of an account: in its services document. */
    private static final String HISTORY = "pvt_history";

    private Opening() {}

    /** The same world with everything counted and written down; nothing of it is a change. */
    public static World of(World world, Instant now) {
        Transaction transaction = new Transaction(world, now);
        Map<String, Quantities> own = new HashMap<>();
        world.accounts().forEach((id, account) -> own.put(id, Counting.of(account)));
        Map<String, Quantities> below = cascades(world, own);
        for (Account account : world.accounts().values()) {
            for (Entry entry : restored(account)) {
                transaction.append(account.id(), entry);
            }
            write(account, counted(account, own, below), transaction);
        }
        return transaction.world();
    }

    private static void write(Account account, ServiceRecord services, Transaction transaction) {
        Document read = ServiceRecord.document(account);
        if (read == null) {
            services.save(account.id(), transaction);
        } else {
            JsonObject hidden = read.hidden().without(HISTORY);
            transaction.put(
                    account.id(),
                    Document.create(read.id(), ServiceRecord.TYPE, services.open(), hidden, transaction.now()));
        }
    }

    private static ServiceRecord counted(Account account, Map<String, Quantities> own, Map<String, Quantities> below) {
        return ServiceRecord.of(account)
                .withQuantities(Part.ACCOUNT, own.getOrDefault(account.id(), Quantities.NONE))
                .withQuantities(Part.CASCADE, below.getOrDefault(account.id(), Quantities.NONE));
    }

    /** Counts an account and everything below it anew (services sheet 6.2). */
    public static ServiceRecord recounted(World world, Account account) {
        Map<String, Quantities> own = new HashMap<>();
        for (Account counted : world.accounts().values()) {
            if (counted.id().equals(account.id()) || counted.tree().contains(account.id())) {
                own.put(counted.id(), Counting.of(counted));
            }
        }
        return counted(account, own, cascades(world, own));
    }

    /** What is below each account, of those that were counted. */
    private static Map<String, Quantities> cascades(World world, Map<String, Quantities> own) {
        Map<String, Quantities> below = new HashMap<>();
        own.forEach((id, quantities) ->
                world.existing(id).tree().forEach(ancestor -> below.merge(ancestor, quantities, Quantities::plus)));
        return below;
    }

    private static List<Entry> restored(Account account) {
        Document document = ServiceRecord.document(account);
        List<Entry> entries = new ArrayList<>();
        JsonArray saved = document == null ? JsonArray.EMPTY : document.hidden().array(HISTORY);
        for (Json row : saved) {
            if (row instanceof JsonObject json) {
                entries.add(json.has("audit") ? AuditLog.read(json) : QuantityChange.read(json));
            }
        }
        return entries;
    }

    /** The private keys of an account's services document, with its history, as they are saved. */
    public static JsonObject saved(Account account, Document services) {
        List<Json> rows = new ArrayList<>();
        for (Entry entry : account.history()) {
            if (entry instanceof AuditLog log) {
                rows.add(log.saved());
            } else if (entry instanceof QuantityChange change) {
                rows.add(change.json());
            }
        }
        JsonObject hidden = services.hidden().without(HISTORY);
        return rows.isEmpty() ? hidden : hidden.with(new JsonArray(rows), HISTORY);
    }
}
