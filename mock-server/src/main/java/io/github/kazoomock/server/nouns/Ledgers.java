package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.TimeRange;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.services.Balance;
import io.github.kazoomock.server.services.Ledger;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;

/** Credits and debits of an account (services sheet 10, decision S12). */
final class Ledgers {
    private static final String NOUN = "ledgers";

    /** What KAZOO knows by itself: name, what people read, and how a surcharge is measured. */
    private static final List<JsonObject> AVAILABLE = List.of(
            available("per-minute-voip", "Per Minute VoIP", "percentage"),
            available("services", "Monthly Recurring Services"),
            available("payments", "Payments"),
            available("rollovers", "Monthly Rollover"));

    private Ledgers() {}

    static Noun noun(SchemaRegistry schemas) {
        LedgerWrites writes = new LedgerWrites(schemas);
        return new Noun(
                NOUN,
                NOUN,
                Ledger.TYPE,
                null,
                List.of(),
                List.of(
                        of("summary", Verb.GET, "")
                                .query("created_from", "created_to")
                                .handler(Ledgers::summary),
                        of("total", Verb.GET, "/total").handler(Ledgers::total),
                        of("available", Verb.GET, "/available")
                                .shape(Shape.LIST)
                                .handler((call, transaction) -> Reply.rows(List.copyOf(AVAILABLE), null)),
                        of("list", Verb.GET, "/{SOURCE_SERVICE}")
                                .shape(Shape.STREAM)
                                .handler(Ledgers::list),
                        of("get", Verb.GET, "/{SOURCE_SERVICE}/{LEDGER_ID}")
                                .shape(Shape.DOCUMENT)
                                .handler(Ledgers::get),
                        of("month", Verb.GET, "/summary/{MODB_SUFFIX}").handler(Ledgers::month),
                        of("credit", Verb.PUT, "/credit").schema(NOUN).handler(writes::credit),
                        of("debit", Verb.PUT, "/debit").schema(NOUN).handler(writes::debit)));
    }

    private static Operation.Builder of(String action, Verb verb, String path) {
        return Operation.of(NOUN + "." + action, verb, NOUN + path).evidence(Evidence.sheet("services 10"));
    }

    private static JsonObject available(String name, String friendly, String... markups) {
        return JsonObject.builder()
                .put("name", name)
                .put("friendly_name", friendly)
                .put("markup_type", Json.texts(List.of(markups)))
                .build();
    }

    private static Outcome summary(Call call, Transaction transaction) {
        TimeRange range = TimeRange.of(call);
        Account account = transaction.existing(call.account());
        return Reply.value(Balance.byService(account, ledger -> range.has(ledger.created())));
    }

    private static Outcome total(Call call, Transaction transaction) {
        double balance = Balance.of(transaction.existing(call.account()));
        return Reply.value(JsonObject.of("amount", Json.of(balance)));
    }

    private static Outcome list(Call call, Transaction transaction) {
        TimeRange range = TimeRange.of(call);
        Account account = transaction.existing(call.account());
        List<Document> ledgers = account.shelf(Ledger.TYPE).values().stream()
                .filter(ledger -> isOf(ledger, call.argument(0)) && range.has(ledger.created()))
                .toList();
        return Listing.ofRange(call, View.byTime(account.id(), ledgers))
                .rows(entry -> entry.document().visible());
    }

    private static Outcome get(Call call, Transaction transaction) {
        String id = call.argument(1);
        Document ledger = transaction.get(call.account(), Ledger.TYPE, id);
        return ledger == null || !isOf(ledger, call.argument(0)) ? Problems.badIdentifier(id) : Reply.document(ledger);
    }

    private static Outcome month(Call call, Transaction transaction) {
        String month = call.argument(1);
        return month.matches("[0-9]{4}(0[1-9]|1[0-2])")
                ? Reply.value(Balance.month(transaction.existing(call.account()), month))
                : Problems.badIdentifierList(month);
    }

    private static boolean isOf(Document ledger, String service) {
        return service.equals(ledger.open().text("source", "service"));
    }
}
