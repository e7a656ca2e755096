package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.RequestCause;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.services.Balance;
import io.github.kazoomock.server.services.Ledger;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;

/** Books what a reseller credits and debits (services sheet 10). */
record LedgerWrites(SchemaRegistry schemas) {
    private static final JsonObject EXECUTOR =
            JsonObject.of("trigger", Json.of("crossbar"), "module", Json.of("cb_ledgers"));

    Outcome credit(Call call, Transaction transaction) {
        return book(call, transaction, 1);
    }

    Outcome debit(Call call, Transaction transaction) {
        return book(call, transaction, -1);
    }

    private Outcome book(Call call, Transaction transaction, int sign) {
        Account account = Sellers.customer(call, transaction);
        JsonObject said = BodyCheck.of(call, schemas, "ledgers", Bodies.document(call));
        checkAmount(call, said);
        double amount =
                said.get("amount") instanceof JsonNumber number ? number.value().doubleValue() : 0;
        Ledger ledger = new Ledger(amount == 0 ? 0 : sign * amount, EXECUTOR, said);
        Document booked = book(call, transaction, account, ledger);
        String reseller = Sellers.of(transaction, account);
        if (!call.envelope().root().isTrue("impact_reseller") || reseller.equals(account.id())) {
            return Reply.document(booked).against(null);
        }
        JsonObject origin = JsonObject.of("account_id", Json.of(account.id()), "id", Json.of(booked.id()));
        Ledger copy = new Ledger(ledger.amount(), EXECUTOR, said.with(origin, "metadata", "origin_ledger"));
        Document copied = book(call, transaction, transaction.existing(reseller), copy);
        return Reply.value(JsonObject.of(
                account.id(),
                impact(transaction, account.id(), booked),
                reseller,
                impact(transaction, reseller, copied)));
    }

    /** In KAZOO 5.0 an amount was at least a dollar. */
    private static void checkAmount(Call call, JsonObject said) {
        if (said.get("amount") instanceof JsonNumber amount
                && amount.value().doubleValue() < 1
                && !call.does(Decision.LEDGERS_TAKE_SMALL_AMOUNTS)) {
            throw Problems.validation(JsonObject.EMPTY.with(Minimum.missed(1, amount), "amount", "minimum"))
                    .refusal();
        }
    }

    /** Puts a ledger into the books, once. */
    static Document book(Call call, Transaction transaction, Account account, Ledger ledger) {
        Document document = ledger.document(account, transaction, new RequestCause(call, transaction.base()));
        if (transaction.taken(account.id(), document.id())) {
            throw Problems.conflict().refusal();
        }
        transaction.put(account.id(), document);
        return document;
    }

    private static JsonObject impact(Transaction transaction, String id, Document ledger) {
        Account account = transaction.existing(id);
        return JsonObject.builder()
                .put("ledger", ledger.visible())
                .put("available_dollars", Json.of(Balance.of(account)))
                .put("is_reseller", new Resellers(transaction.world()).isReseller(account))
                .build();
    }
}
