package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.services.Balance;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;
import java.util.Locale;

/** Paying into an account as KAZOO 4.2 did it (services sheet 9.5, decision S16). */
final class BraintreeCredits {
    private static final double MOST = 500.0;
    private static final String TEXT = "credit addition from credit card";

    private BraintreeCredits() {}

    static Outcome show(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        return Reply.value(
                JsonObject.of("amount", Json.of(Balance.of(account)), "billing_account_id", Json.of(account.id())));
    }

    static Outcome add(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        double amount = Cashier.dollars(Bodies.document(call));
        if (amount <= 0) {
            JsonObject missing = JsonObject.of("message", Json.of("Field is required but missing"));
            return Problems.validation(JsonObject.EMPTY.with(missing, "amount", "required"));
        }
        double most = most(transaction);
        double then = Balance.of(account) + amount;
        if (then > most) {
            JsonObject why = JsonObject.of(
                    "message", Json.of("Available credit can not exceed $" + most), "cause", Json.of(then));
            return Problems.validation(JsonObject.EMPTY.with(why, "amount", "maximum"));
        }
        String seller = Sellers.of(transaction, account);
        boolean charged = seller.equals(transaction.world().master());
        Account caller = transaction.existing(call.knownCaller().accountId());
        boolean free = !caller.tree().isEmpty() && new Resellers(transaction.world()).isReseller(caller);
        if (!charged && !free) {
            JsonObject why = JsonObject.of(
                    "message", Json.of("Please contact your phone provider to add credit."), "cause", Json.of(seller));
            return new Problem(500, "forbidden", why);
        }
        return Reply.value(credit(call, transaction, account, amount)).comparing(null);
    }

    private static double most(Transaction transaction) {
        Json set = new Settings(transaction.world()).get("crossbar.braintree", "max_account_credit");
        return set instanceof JsonNumber number ? number.value().doubleValue() : MOST;
    }

    private static JsonObject credit(Call call, Transaction transaction, Account account, double amount) {
        Cashier cashier = new Cashier(call, transaction, account);
        JsonObject executor = Cashier.executor("crossbar", "cb_braintree");
        String order = transaction.newId();
        JsonObject said = JsonObject.of("description", Json.of(TEXT), "order_id", Json.of(order));
        Document payment = cashier.pay(amount, executor, said);
        cashier.book(amount, executor, payment.id(), TEXT, JsonObject.EMPTY);
        Document customer = BraintreeCard.customer(account);
        JsonObject.Builder backend = JsonObject.builder()
                .put("id", order.substring(0, 8))
                .put("amount", String.format(Locale.ROOT, "%.2f", amount))
                .put("status", "submitted_for_settlement")
                .put("type", "sale");
        if (customer != null) {
            backend.put("customer", customer.open().without("credit_cards"));
            customer.open().array("credit_cards").values().stream()
                    .findFirst()
                    .ifPresent(card -> backend.put("card", card));
        }
        return JsonObject.builder()
                .put("description", TEXT)
                .put("id", payment.id())
                .put("order_id", order)
                .put("bookkeeper_info", backend.build())
                .build();
    }
}
