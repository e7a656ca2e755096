package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.services.Balance;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;
import java.util.Map;

/** Balance, credit and debit as KAZOO 4.2 had them (services sheet 9.4, decision S15). */
final class OlderTransactions {
    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("per_minute_call", 1001),
            Map.entry("sub_account_per_minute_call", 1002),
            Map.entry("feature_activation", 2001),
            Map.entry("number_activation", 2003),
            Map.entry("manual_addition", 3001),
            Map.entry("sub_account_manual_addition", 3002),
            Map.entry("auto_addition", 3003),
            Map.entry("sub_account_auto_addition", 3004),
            Map.entry("admin_discretion", 3005),
            Map.entry("topup", 3006),
            Map.entry("database_rollup", 4000),
            Map.entry("recurring", 5000),
            Map.entry("monthly_recurring", 5001),
            Map.entry("recurring_prorate", 5002),
            Map.entry("mobile", 6000));
    private static final int UNKNOWN = 9999;

    private OlderTransactions() {}

    static Outcome balance(Call call, Transaction transaction) {
        double balance = Balance.of(transaction.existing(call.account()));
        return Reply.value(JsonObject.of("balance", Json.of(balance)));
    }

    static Outcome credit(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        Caller caller = call.knownCaller();
        Resellers resellers = new Resellers(transaction.world());
        String seller = resellers.of(transaction.existing(caller.accountId()));
        boolean direct = seller.equals(transaction.world().master());
        if (!caller.superduper() && !isReseller(call, transaction) && !direct) {
            return caller.accountId().equals(account.id()) ? contact(seller) : Problems.forbidden();
        }
        return book(call, transaction, account, "credit", "manual_addition");
    }

    private static Problem contact(String reseller) {
        JsonObject why = JsonObject.of(
                "message", Json.of("Please contact your phone provider to add credit."), "cause", Json.of(reseller));
        return Problems.validation(JsonObject.EMPTY.with(why, "amount", "forbidden"));
    }

    static Outcome debit(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        if (!call.knownCaller().superduper() && !isReseller(call, transaction)) {
            return Problems.forbidden();
        }
        double left = Balance.of(account) - Cashier.dollars(Bodies.document(call));
        if (left < 0 && !Sellers.sells(call, transaction, account)) {
            JsonObject why = JsonObject.of(
                    "message", Json.of("Available credit can not be less than 0"), "cause", Json.of(left));
            return Problems.validation(JsonObject.EMPTY.with(why, "amount", "minimum"));
        }
        return book(call, transaction, account, "debit", "admin_discretion");
    }

    private static boolean isReseller(Call call, Transaction transaction) {
        Account caller = transaction.existing(call.knownCaller().accountId());
        return new Resellers(transaction.world()).isReseller(caller);
    }

    private static Outcome book(Call call, Transaction transaction, Account account, String type, String usualReason) {
        JsonObject body = Bodies.document(call);
        double amount = Cashier.dollars(body);
        if (amount <= 0) {
            JsonObject details = JsonObject.of("message", Json.of("Amount must be greater than 0"));
            String rule = body.has("amount") ? "minimum" : "required";
            return Problems.validation(JsonObject.EMPTY.with(details, "amount", rule));
        }
        String reason = body.textOr("reason", usualReason);
        String description = body.textOr("description", "admin_discretion");
        JsonObject metadata =
                JsonObject.of("auth_account_id", Json.of(call.knownCaller().accountId()));
        JsonObject said = JsonObject.builder()
                .put("description", description)
                .put("metadata", metadata)
                .put("reason", reason)
                .put("code", CODES.getOrDefault(reason, UNKNOWN))
                .put("type", type)
                .put("version", 2)
                .build();
        double signed = type.equals("credit") ? amount : -amount;
        Cashier cashier = new Cashier(call, transaction, account);
        JsonObject executor = Cashier.executor("crossbar", "cb_transactions");
        Document payment = cashier.pay(signed, executor, said);
        cashier.book(signed, executor, payment.id(), description, metadata);
        JsonObject shown = JsonObject.builder()
                .put("id", payment.id())
                .put("amount", Json.of(amount))
                .put("status", "completed")
                .put("created", payment.created())
                .putAll(said)
                .build();
        return Reply.value(shown).comparing(null);
    }
}
