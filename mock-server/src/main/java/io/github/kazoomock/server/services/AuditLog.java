package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Entry;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Transaction;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/**
 * A change of an invoice as the books of an account show it (services sheet 7.3).
 *
 * @param id year and month, a dash and 32 hexadecimal characters
 * @param audit who did what to which account
 * @param invoice as it was then, changed items telling what changed
 */
public record AuditLog(String id, long created, JsonObject audit, JsonObject invoice) implements Entry {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyyMM").withZone(ZoneOffset.UTC);

    /**
     * Writes one into the books of an account.
     *
     * @param origin where something changed: this account or one below it
     * @param types which quantities changed; none when it was the plans
     */
    static void write(
            Transaction transaction, Account books, Account origin, Set<Part> types, Cause why, InvoiceChange change) {
        JsonObject.Builder changes = JsonObject.builder();
        if (!types.isEmpty()) {
            changes.put("type", Json.texts(types.stream().map(Part::key).toList()));
        }
        changes.put("account_id", origin.id()).put("account_name", name(origin));
        JsonObject audit = why.told().toBuilder()
                .put("account", JsonObject.of("id", Json.of(books.id()), "name", Json.of(name(books))))
                .put("changes", changes.build())
                .build();
        transaction.append(
                books.id(),
                new AuditLog(newId(transaction), Gregorian.seconds(transaction.now()), audit, change.json()));
    }

    /** An id of something that is kept by months. */
    public static String newId(Transaction transaction) {
        return MONTH.format(transaction.now()) + "-" + transaction.newId();
    }

    private static String name(Account account) {
        return account.document().open().textOr("name", "");
    }

    /** The whole log; with the default bookkeeper everything always completes. */
    public JsonObject json() {
        JsonObject bookkeeper = invoice.object("bookkeeper");
        return JsonObject.builder()
                .put("id", id)
                .put("status", "completed")
                .put("audit", audit)
                .put("invoice", invoice)
                .put("bookkeeper", bookkeeper.with(JsonArray.EMPTY, "results"))
                .build();
    }

    /** A row of the list. */
    public JsonObject row() {
        return JsonObject.builder()
                .put("id", id)
                .put("status", "completed")
                .putIfPresent("type", audit.at("changes", "type"))
                .put("summary", invoice.object("summary"))
                .build();
    }

    JsonObject saved() {
        return JsonObject.builder()
                .put("id", id)
                .put("created", created)
                .put("audit", audit)
                .put("invoice", invoice)
                .build();
    }

    static AuditLog read(JsonObject json) {
        return new AuditLog(
                json.textOr("id", ""), json.integer(0, "created"), json.object("audit"), json.object("invoice"));
    }

    /** Those of an account, in the order in which they were written. */
    public static List<AuditLog> of(Account account) {
        return account.history().stream()
                .filter(AuditLog.class::isInstance)
                .map(AuditLog.class::cast)
                .toList();
    }
}
