package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Transaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One credit or debit of an account, in dollars (services sheet 10).
 *
 * @param amount negative for a debit
 * @param executor what made it: {@code trigger} and {@code module}
 * @param said {@code source}, {@code usage}, {@code period}, {@code description}, {@code metadata}, {@code draft}
 */
public record Ledger(double amount, JsonObject executor, JsonObject said) {
    /** The type of its document. */
    public static final String TYPE = "ledger";

    /** The ledger that money from outside is booked on. */
    public static final String PAYMENTS = "payments";

    private static final int UNITS_PER_DOLLAR = 10_000;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyyMM").withZone(ZoneOffset.UTC);

    /** A payment into an account. */
    public static Ledger payment(
            double amount, JsonObject executor, String id, String description, JsonObject metadata) {
        JsonObject said = JsonObject.builder()
                .put("description", description)
                .put("source", JsonObject.of("service", Json.of(PAYMENTS), "id", Json.of(id)))
                .put(
                        "usage",
                        JsonObject.builder()
                                .put("type", "credit")
                                .put("quantity", 0)
                                .put("unit", "USD")
                                .build())
                .put("metadata", metadata)
                .build();
        return new Ledger(amount, executor, said);
    }

    /** Year and month of a moment, as ids begin with and databases end in. */
    public static String month(Instant time) {
        return MONTH.format(time);
    }

    /** The document of it in the books of an account; its id is the same for the same entry in one month. */
    public Document document(Account account, Transaction transaction, Cause why) {
        JsonObject start = JsonObject.of("start", transaction.gregorianNow());
        JsonObject period = start.plus(said.object("period"));
        String content = account.id() + said.object("source") + said.object("usage") + period;
        String id = month(transaction.now()) + "-" + Hash.md5(content);
        long units = Math.round(Balance.of(account) * UNITS_PER_DOLLAR);
        JsonObject open = JsonObject.builder()
                .put("account", JsonObject.of("id", Json.of(account.id()), "name", name(account)))
                .put("amount", Json.of(amount))
                .putIfPresent("description", said.get("description"))
                .putIfPresent("draft", said.get("draft"))
                .put("executor", executor)
                .put("source", said.object("source"))
                .put("usage", said.object("usage"))
                .put("period", period)
                .put("metadata", said.object("metadata"))
                .put("audit", why.told().with(Json.of(units), "available_units"))
                .build();
        return Document.create(id, TYPE, open, JsonObject.EMPTY, transaction.now());
    }

    private static Json name(Account account) {
        return Json.of(account.document().open().textOr("name", ""));
    }

    /** Whether a document is of the month that begins with these six digits. */
    static boolean isOf(Document ledger, String month) {
        return month(Gregorian.instant(ledger.created())).equals(month);
    }
}
