package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;

/**
 * What an item is cheaper by (services sheet 4.2).
 *
 * @param single once
 * @param cumulative for each of {@code quantity} pieces
 */
record Discounts(double single, double cumulative, long quantity) {
    static final Discounts NONE = new Discounts(0, 0, 0);

    static Discounts of(ItemPlan plan, double rate, long billable) {
        if (rate <= 0) {
            return NONE;
        }
        JsonObject declared = plan.json().object("discounts");
        double single = 0;
        if (declared.has("single") && applies(declared.object("single"), billable)) {
            single = rate(declared.object("single"), billable, rate);
        }
        JsonObject each = declared.object("cumulative");
        long most = each.integer(0, "maximum"); // without it nothing is cheaper
        long pieces = applies(each, billable) ? Math.min(billable, most) : 0;
        return pieces > 0 ? new Discounts(single, rate(each, pieces, rate), pieces) : new Discounts(single, 0, 0);
    }

    private static boolean applies(JsonObject discount, long billable) {
        return billable >= discount.integer(1, "minimum");
    }

    private static double rate(JsonObject discount, long pieces, double itemRate) {
        Double tier = ItemPlan.tier(discount.object("rates"), pieces);
        if (tier != null) {
            return tier;
        }
        return discount.has("rate") ? ItemPlan.number(discount, "rate") : itemRate;
    }

    double total() {
        return single + cumulative * quantity;
    }

    JsonObject json() {
        JsonObject json = JsonObject.of("total", Json.of(total()));
        if (single != 0) {
            json = json.with(Json.of(single), "single", "rate");
        }
        if (quantity != 0) {
            json = json.with(Json.of(cumulative), "cumulative", "rate")
                    .with(Json.of(quantity), "cumulative", "quantity");
        }
        return json;
    }
}
