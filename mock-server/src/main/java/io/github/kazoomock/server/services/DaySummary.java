package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one item on one day (services sheet 8.2).
 *
 * @param addition sum of what was added; null for usage, as is the removal
 * @param unit of usage; null when nobody said
 */
record DaySummary(
        @Nullable Long addition,
        @Nullable Long removal,
        long quantity,
        long lastTimestamp,
        @Nullable String unit) {

    static DaySummary of(QuantityChange change) {
        return new DaySummary(
                Math.max(0, change.delta()), Math.max(0, -change.delta()), change.quantity(), change.created(), null);
    }

    static DaySummary of(Usage usage) {
        return new DaySummary(null, null, usage.quantity(), usage.created(), usage.unit());
    }

    /** Both of them; the later one tells the quantity, but usage adds up. */
    DaySummary and(DaySummary later) {
        long last = Math.max(lastTimestamp, later.lastTimestamp);
        if (addition == null || removal == null || later.addition == null || later.removal == null) {
            String known = unit != null ? unit : later.unit;
            return new DaySummary(null, null, quantity + later.quantity, last, known);
        }
        long count = later.lastTimestamp >= lastTimestamp ? later.quantity : quantity;
        return new DaySummary(addition + later.addition, removal + later.removal, count, last, null);
    }

    JsonObject json() {
        JsonObject.Builder json = JsonObject.builder();
        if (addition != null && removal != null) {
            json.put("addition", addition).put("removal", removal);
        }
        return json.put("quantity", quantity)
                .put("last_timestamp", lastTimestamp)
                .put("sum_quantity", addition == null)
                .putIfPresent("unit", unit == null ? null : Json.of(unit))
                .build();
    }
}
