package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/**
 * Money that a bookkeeper took or gave back: what the API calls a transaction (services sheet 9.4).
 *
 * @param amount in dollars, negative for a refund
 * @param executor what made it: {@code trigger} and {@code module}
 * @param said {@code description}, {@code metadata}, {@code order_id}, and what older clients know of it
 */
public record Payment(double amount, Bookkeeper bookkeeper, JsonObject executor, JsonObject said) {
    /** The type of its document. */
    public static final String TYPE = "transaction";

    /** The document of it in the books of an account. */
    public Document document(Account account, Transaction transaction, Cause why) {
        JsonObject open = JsonObject.builder()
                .put(
                        "account",
                        JsonObject.of(
                                "id", Json.of(account.id()),
                                "name", Json.of(account.document().open().textOr("name", ""))))
                .put("amount", Json.of(amount))
                .put("executor", executor)
                .put(
                        "bookkeeper",
                        JsonObject.builder()
                                .put("type", bookkeeper.type())
                                .put("vendor_id", bookkeeper.vendorId())
                                .put("results", JsonArray.EMPTY)
                                .build())
                .put("audit", why.told())
                .put("status", "completed")
                .putAll(said)
                .build();
        return Document.create(AuditLog.newId(transaction), TYPE, open, JsonObject.EMPTY, transaction.now());
    }

    /** Whoever collects for an account: of its first plan, or nobody in particular. */
    public static Bookkeeper bookkeeper(Plans plans, String reseller) {
        return plans.byBookkeeper().keySet().stream()
                .findFirst()
                .orElse(new Bookkeeper(Bookkeeper.DEFAULT, reseller, "default_bookkeeper"));
    }
}
