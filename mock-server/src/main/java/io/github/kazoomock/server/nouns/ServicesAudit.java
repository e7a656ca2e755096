package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.PagingKey;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.TimeRange;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.services.AuditLog;
import io.github.kazoomock.server.services.AuditSummary;
import io.github.kazoomock.server.services.Ledger;
import io.github.kazoomock.server.services.Usage;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;

/** What changed in an account's services: log by log, and summed up by day (services sheet 7 and 8). */
final class ServicesAudit {
    /** The longest range whose end is named: a year. */
    private static final long YEAR = 31_540_000;

    /** The ledger of calls by the minute, whose usage older summaries tell. */
    private static final String CALLS = "per-minute-voip";

    private ServicesAudit() {}

    static Outcome list(Call call, Transaction transaction) {
        TimeRange range = TimeRange.of(call);
        Account account = transaction.existing(call.account());
        List<Document> logs = AuditLog.of(account).stream()
                .filter(log -> range.has(log.created()))
                .map(ServicesAudit::document)
                .toList();
        return Listing.ofRange(call, View.byTime(account.id(), logs))
                .rows(entry -> entry.document().visible());
    }

    private static Document document(AuditLog log) {
        JsonObject hidden = JsonObject.of("pvt_created", Json.of(log.created()));
        JsonObject row = log.row().without("id");
        return Document.create(log.id(), "audit", row, hidden, Gregorian.instant(log.created()));
    }

    static Outcome get(Call call, Transaction transaction) {
        String id = call.argument(1);
        for (AuditLog log : AuditLog.of(transaction.existing(call.account()))) {
            if (log.id().equals(id)) {
                return Reply.value(log.json());
            }
        }
        return Problems.badIdentifier(id);
    }

    /** KAZOO 5: a list of years (decision S4). */
    static Outcome byYear(Call call, Transaction transaction) {
        return rows(summary(call, transaction, List.of()).byYear());
    }

    /** KAZOO 4: an object, with usage. */
    static Outcome byItem(Call call, Transaction transaction) {
        JsonObject items = summary(call, transaction, usage(call, transaction)).byItem();
        return Reply.value(items).withEnvelope("page_size", Json.of(items.size()));
    }

    /** Both: the days of one item (decision S5). */
    static Outcome ofOne(Call call, Transaction transaction) {
        String name = call.argument(call.arguments().size() - 1);
        String ascending = call.query().first("ascending");
        AuditSummary summary = summary(call, transaction, usage(call, transaction));
        return rows(summary.of(name, ascending != null && !ascending.equals("false")));
    }

    private static AuditSummary summary(Call call, Transaction transaction, List<Usage> usage) {
        TimeRange range = TimeRange.of(call, YEAR);
        Account account = transaction.existing(call.account());
        boolean told = call.does(Decision.EVERY_ACCOUNT_IS_SUMMARISED)
                || new Resellers(transaction.world()).isReseller(account);
        return told ? AuditSummary.of(account, usage, range.from(), range.to()) : AuditSummary.NOTHING;
    }

    private static Reply rows(List<Json> rows) {
        return Reply.rows(rows, new Data.Page(PagingKey.encode(JsonArray.EMPTY), null));
    }

    /** What was used is what ledgers say was called. */
    private static List<Usage> usage(Call call, Transaction transaction) {
        return transaction.existing(call.account()).shelf(Ledger.TYPE).values().stream()
                .filter(ledger -> CALLS.equals(ledger.open().text("source", "service")))
                .map(ledger -> new Usage(
                        CALLS,
                        ledger.created(),
                        ledger.open().integer(0, "usage", "quantity"),
                        ledger.open().text("usage", "unit")))
                .toList();
    }
}
