package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.RequestCause;
import io.github.kazoomock.server.services.Bookkeeper;
import io.github.kazoomock.server.services.Ledger;
import io.github.kazoomock.server.services.Payment;
import io.github.kazoomock.server.services.Plans;
import io.github.kazoomock.server.services.ServiceRecord;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** Takes money for an account and books it (services sheet 6.5 and 9.4). */
record Cashier(Call call, Transaction transaction, Account account) {

    /** Whoever collects from the account. */
    Bookkeeper bookkeeper() {
        Plans plans = Plans.of(transaction.world(), account, ServiceRecord.of(account));
        return Payment.bookkeeper(plans, Sellers.of(transaction, account));
    }

    /** Writes a transaction down. */
    Document pay(double amount, JsonObject executor, JsonObject said) {
        Document payment = new Payment(amount, bookkeeper(), executor, said)
                .document(account, transaction, new RequestCause(call, transaction.base()));
        transaction.put(account.id(), payment);
        return payment;
    }

    /** Changes the balance; a negative amount takes from it. */
    Document book(double amount, JsonObject executor, String id, String description, JsonObject metadata) {
        Ledger ledger = Ledger.payment(amount, executor, id, description, metadata);
        return LedgerWrites.book(call, transaction, transaction.existing(account.id()), ledger);
    }

    /**
     * Refuses what a bookkeeper would: there is nothing to charge.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 402
     */
    void needsPaymentToken() {
        if (ServiceRecord.of(account).open().object("payment_tokens").isEmpty()) {
            throw Problem.of(402, "no_payment_token", "no payment method available")
                    .refusal();
        }
    }

    /** A sum in dollars; 0 when there is none. */
    static double dollars(JsonObject body) {
        return body.get("amount") instanceof JsonNumber number ? number.value().doubleValue() : 0;
    }

    static JsonObject executor(String trigger, String module) {
        return JsonObject.of("trigger", Json.of(trigger), "module", Json.of(module));
    }
}
