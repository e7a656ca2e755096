package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Sums of ledgers (services sheet 10); drafts do not count. */
public final class Balance {
    private static final String ROLLOVERS = "rollovers";

    private Balance() {}

    /** What is left of all credits and debits, in dollars. */
    public static double of(Account account) {
        return sum(account.shelf(Ledger.TYPE).values());
    }

    /** Amount and usage by service; what was before the month counts as rolled over, and is 0 for a fresh account. */
    public static JsonObject byService(Account account, Predicate<Document> counted) {
        List<Document> ledgers =
                account.shelf(Ledger.TYPE).values().stream().filter(counted).toList();
        JsonObject none = JsonObject.of("amount", Json.of(0.0), "usage", JsonObject.of("quantity", Json.of(0)));
        return JsonObject.of(ROLLOVERS, none).plus(services(ledgers));
    }

    private static JsonObject services(Collection<Document> ledgers) {
        Map<String, List<Document>> byService = new LinkedHashMap<>();
        for (Document ledger : ledgers) {
            String service = ledger.open().object("source").textOr("service", "");
            byService.computeIfAbsent(service, unknown -> new ArrayList<>()).add(ledger);
        }
        JsonObject.Builder services = JsonObject.builder();
        byService.forEach((service, booked) -> services.put(service, one(booked)));
        return services.build();
    }

    private static JsonObject one(List<Document> ledgers) {
        JsonObject usage = ledgers.get(0).open().object("usage");
        long quantity = ledgers.stream()
                .filter(Balance::counts)
                .mapToLong(ledger -> ledger.open().integer(0, "usage", "quantity"))
                .sum();
        return JsonObject.of("amount", Json.of(sum(ledgers)), "usage", usage.with(Json.of(quantity), "quantity"));
    }

    /** One month of an account: by service, and by the accounts that the ledgers are about. */
    public static JsonObject month(Account account, String month) {
        Map<JsonObject, List<Document>> byAccount = new LinkedHashMap<>();
        for (Document ledger : account.shelf(Ledger.TYPE).values()) {
            if (Ledger.isOf(ledger, month)) {
                byAccount
                        .computeIfAbsent(ledger.open().object("account"), unknown -> new ArrayList<>())
                        .add(ledger);
            }
        }
        List<Json> breakdown = new ArrayList<>();
        byAccount.forEach((about, ledgers) -> breakdown.add(JsonObject.builder()
                .put("account", about)
                .put("ledgers", services(ledgers))
                .put("total", Json.of(sum(ledgers)))
                .build()));
        JsonObject summary = byService(account, ledger -> Ledger.isOf(ledger, month));
        return JsonObject.of("summary", summary, "breakdown", new JsonArray(breakdown));
    }

    private static double sum(Collection<Document> ledgers) {
        double sum = ledgers.stream()
                .filter(Balance::counts)
                .mapToDouble(ledger -> ledger.open().get("amount") instanceof JsonNumber amount
                        ? amount.value().doubleValue()
                        : 0)
                .sum();
        return Math.round(sum * 10_000) / 10_000.0;
    }

    private static boolean counts(Document ledger) {
        return !ledger.open().isTrue("draft");
    }
}
