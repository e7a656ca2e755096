package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.TimeRange;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.services.Payment;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Money that was taken or given back (services sheet 9.4, decision S15). */
final class Transactions {
    private static final String NOUN = "transactions";

    private static final Row ROW = Row.of("amount", "status", "executor", "description", "metadata")
            .with("created", payment -> Json.of(payment.created()));

    /** What older clients know of a transaction, and newer ones do not show. */
    private static final Set<String> OLDER = Set.of("reason", "code", "type", "version");

    private Transactions() {}

    static Noun noun() {
        List<Operation> operations = new ArrayList<>();
        operations.add(of("list", Verb.GET, "").shape(Shape.LIST).handler(Transactions::list));
        operations.add(
                of("get", Verb.GET, "/{TRANSACTION_ID}").shape(Shape.DOCUMENT).handler(Transactions::get));
        operations.add(of("sale", Verb.PUT, "/sale").handler((call, transaction) -> pay(call, transaction, 1)));
        operations.add(of("refund", Verb.PUT, "/refund").handler((call, transaction) -> pay(call, transaction, -1)));
        operations.add(older("current_balance", Verb.GET, "/current_balance").handler(OlderTransactions::balance));
        operations.add(older("monthly_recurring", Verb.GET, "/monthly_recurring")
                .shape(Shape.LIST)
                .handler((call, transaction) -> Reply.rows(List.of(), null)));
        operations.add(older("subscriptions", Verb.GET, "/subscriptions")
                .shape(Shape.LIST)
                .handler((call, transaction) -> Problems.badIdentifier("no data found in braintree")));
        operations.add(older("credit", Verb.PUT, "/credit").handler(OlderTransactions::credit));
        operations.add(older("debit", Verb.DELETE, "/debit").handler(OlderTransactions::debit));
        return new Noun(NOUN, NOUN, Payment.TYPE, null, List.of(), operations);
    }

    private static Operation.Builder of(String action, Verb verb, String path) {
        return Operation.of(NOUN + "." + action, verb, NOUN + path).evidence(Evidence.sheet("services 9.4"));
    }

    private static Operation.Builder older(String action, Verb verb, String path) {
        return of(action, verb, path)
                .when(Decision.OLD_TRANSACTIONS_ARE_SERVED)
                .legacy()
                .evidence(Evidence.seed("js-sdk: balance"));
    }

    private static Outcome list(Call call, Transaction transaction) {
        TimeRange range = TimeRange.of(call);
        Account account = transaction.existing(call.account());
        List<Document> payments = account.shelf(Payment.TYPE).values().stream()
                .filter(payment -> range.has(payment.created()))
                .toList();
        return Listing.ofRange(call, View.byTime(account.id(), payments)).rows(ROW);
    }

    private static Outcome get(Call call, Transaction transaction) {
        Document payment = transaction.get(call.account(), Payment.TYPE, call.argument(0));
        return payment == null ? Problems.badIdentifier(call.argument(0)) : Reply.value(shown(payment));
    }

    private static JsonObject shown(Document payment) {
        return payment.visible().filterKeys(key -> !OLDER.contains(key));
    }

    /** Whoever collects from the account says what is paid. */
    private static Outcome pay(Call call, Transaction transaction, int sign) {
        Account account = transaction.existing(call.account());
        Cashier cashier = new Cashier(call, transaction, account);
        boolean collects =
                call.knownCaller().accountId().equals(cashier.bookkeeper().vendorId());
        if (!collects && !call.knownCaller().superduper()) {
            return Problems.forbidden();
        }
        JsonObject body = Bodies.document(call);
        if (!body.has("amount")) {
            return wrongAmount("required", "Amount is required");
        }
        long amount = (long) Cashier.dollars(body);
        if (amount <= 0) {
            return wrongAmount("minimum", "Amount must be " + (sign > 0 ? "more" : "greater") + " than 0");
        }
        if (cashier.bookkeeper().isDefault()) {
            return new Problem(500, "invalid_bookkeeper", JsonObject.EMPTY);
        }
        cashier.needsPaymentToken();
        JsonObject executor = Cashier.executor("crossbar", "cb_transactions");
        JsonObject said = body.filterKeys(Set.of("description", "metadata", "order_id")::contains);
        return Reply.value(shown(cashier.pay((double) sign * amount, executor, said)))
                .comparing(null);
    }

    private static Problem wrongAmount(String rule, String message) {
        JsonObject details = JsonObject.of("message", Json.of(message));
        return Problems.validation(JsonObject.EMPTY.with(details, "amount", rule));
    }
}
