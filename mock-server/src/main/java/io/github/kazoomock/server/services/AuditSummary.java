package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Gregorian;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Recorded changes by item and day, in UTC (services sheet 8, trap 17).
 *
 * @param byName item to day to what happened
 */
public record AuditSummary(NavigableMap<String, NavigableMap<LocalDate, DaySummary>> byName) {

    /** Of an account whose changes are not summed up. */
    public static final AuditSummary NOTHING = new AuditSummary(new TreeMap<>());

    /**
     * What happened on these days, both included.
     *
     * @param usage may lie outside of the days
     */
    public static AuditSummary of(Account account, List<Usage> usage, long from, long to) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        NavigableMap<String, NavigableMap<LocalDate, DaySummary>> byName = new TreeMap<>();
        account.history().forEach(entry -> {
            LocalDate day = day(entry.created());
            if (entry instanceof QuantityChange change && !day.isBefore(first) && !day.isAfter(last)) {
                add(byName, change.key().item(), day, DaySummary.of(change));
            }
        });
        for (Usage used : usage) {
            LocalDate day = day(used.created());
            if (!day.isBefore(first) && !day.isAfter(last)) {
                add(byName, used.name(), day, DaySummary.of(used));
            }
        }
        return new AuditSummary(byName);
    }

    private static void add(
            NavigableMap<String, NavigableMap<LocalDate, DaySummary>> byName,
            String name,
            LocalDate day,
            DaySummary summary) {
        byName.computeIfAbsent(name, unknown -> new TreeMap<>()).merge(day, summary, DaySummary::and);
    }

    private static LocalDate day(long gregorianSeconds) {
        return LocalDate.ofInstant(Gregorian.instant(gregorianSeconds), ZoneOffset.UTC);
    }

    /** KAZOO 5: an object for each year, the oldest first, of days by item. */
    public List<Json> byYear() {
        TreeMap<Integer, JsonObject> years = new TreeMap<>();
        byName.forEach((name, days) -> days.forEach((day, summary) -> years.merge(
                day.getYear(),
                JsonObject.EMPTY.with(summary.json(), name, day.toString()),
                (known, more) -> known.with(summary.json(), name, day.toString()))));
        return List.copyOf(years.values());
    }

    /** KAZOO 4: days by item, the oldest first. */
    public JsonObject byItem() {
        JsonObject.Builder items = JsonObject.builder();
        byName.forEach((name, days) -> items.put(name, new JsonArray(rows(days))));
        return items.build();
    }

    /** The days of one item, the newest first. */
    public List<Json> of(String name, boolean ascending) {
        NavigableMap<LocalDate, DaySummary> days = byName.getOrDefault(name, new TreeMap<>());
        return rows(ascending ? days : days.descendingMap());
    }

    private static List<Json> rows(NavigableMap<LocalDate, DaySummary> days) {
        List<Json> rows = new ArrayList<>();
        days.forEach((day, summary) -> rows.add(JsonObject.of(day.toString(), summary.json())));
        return rows;
    }
}
