package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.RequestCause;
import io.github.kazoomock.server.services.Books;
import io.github.kazoomock.server.services.Opening;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** Counting anew, and telling bookkeepers again (services sheet 6.2 and 6.3). */
final class ServicesRuns {
    private static final String TEXT = "Manual top-up";

    private static final JsonObject TOPUP = Cashier.executor("manual", "kz_services_topup");

    private ServicesRuns() {}

    static Outcome reconcile(Call call, Transaction transaction) {
        Account account = Sellers.customer(call, transaction);
        recount(account, transaction);
        account.tree().forEach(ancestor -> recount(transaction.existing(ancestor), transaction));
        return Reply.nothing();
    }

    /** Pays into the account (services sheet 6.5). */
    static Outcome topup(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        double amount = Cashier.dollars(Bodies.object(call));
        if (amount <= 0) {
            JsonObject missing = JsonObject.of("message", Json.of("Field is required but missing"));
            return Problems.validation(JsonObject.EMPTY.with(missing, "amount", "required"));
        }
        Cashier cashier = new Cashier(call, transaction, account);
        JsonObject metadata = JsonObject.of("automatic_description", Json.of(true));
        JsonObject.Builder reply = JsonObject.builder();
        if (!cashier.bookkeeper().isDefault()) {
            cashier.needsPaymentToken();
            Document sale =
                    cashier.pay(amount, TOPUP, JsonObject.of("description", Json.of(TEXT), "metadata", metadata));
            reply.put("transaction", sale.visible());
            metadata = metadata.with(JsonObject.of("id", Json.of(sale.id()), "created", Json.of(true)), "transaction");
        }
        Document ledger = cashier.book(amount, TOPUP, transaction.newId(), TEXT, metadata);
        return Reply.value(reply.put("ledger", ledger.visible()).build());
    }

    private static void recount(Account account, Transaction transaction) {
        Opening.recounted(transaction.world(), account).save(account.id(), transaction);
    }

    static Outcome synchronize(Call call, Transaction transaction) {
        Account account = Sellers.customer(call, transaction);
        new Books(transaction, new RequestCause(call, transaction.base())).synchronize(account);
        return Reply.nothing();
    }
}
