package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One line of an invoice (services sheet 4.2). */
record InvoiceItem(ItemPlan plan, long quantity, long billable, double rate, Discounts discounts) {
    /** What a difference is taken of. */
    private static final String[][] FIGURES = {
        {"billable"},
        {"quantity"},
        {"rate"},
        {"minimum"},
        {"discounts", "total"},
        {"discounts", "single", "rate"},
        {"discounts", "cumulative", "rate"},
        {"discounts", "cumulative", "quantity"},
    };

    static InvoiceItem of(ItemPlan plan, Counts counts) {
        long quantity = plan.quantity(counts);
        long billable = plan.billable(quantity);
        ItemPlan.Price price = plan.price(billable);
        long charged = price.flat() ? 1 : billable;
        return new InvoiceItem(plan, quantity, charged, price.rate(), Discounts.of(plan, price.rate(), charged));
    }

    /** The line that is left of an item that is no longer in the plan. */
    InvoiceItem gone() {
        return new InvoiceItem(new ItemPlan(plan.key(), names()), 0, 0, 0, Discounts.NONE);
    }

    private JsonObject names() {
        return plan.json().filterKeys(key -> key.equals("as") || key.equals("name"));
    }

    ItemKey key() {
        return plan.key();
    }

    double total() {
        return billable * rate - discounts.total();
    }

    JsonObject json() {
        JsonObject.Builder json = JsonObject.builder()
                .put("category", key().category())
                .put("item", plan.shownItem())
                .put("name", plan.name())
                .put("quantity", quantity)
                .put("billable", billable)
                .put("rate", Json.of(rate));
        if (discounts.total() != 0) {
            json.put("discounts", discounts.json());
        }
        if (plan.minimum() > 0) {
            json.put("minimum", plan.minimum());
        }
        Long most = plan.maximum();
        long maximum = most == null ? quantity : most;
        if (maximum > 0) {
            json.put("maximum", maximum);
        }
        json.put(
                "prorate",
                JsonObject.of(
                        "additions",
                        Json.of(plan.prorates("additions")),
                        "removals",
                        Json.of(plan.prorates("removals"))));
        if (plan.taxes().size() > 0) {
            json.put("taxes", (Json) plan.taxes());
        }
        return json.put("total", Json.of(total())).build();
    }

    /** What is different since an earlier line; null when nothing is. */
    @Nullable
    JsonObject changesSince(@Nullable InvoiceItem before, boolean isGone) {
        JsonObject earlier = before == null ? JsonObject.EMPTY : before.json();
        JsonObject now = json();
        JsonObject difference = JsonObject.EMPTY;
        for (String[] figure : FIGURES) {
            Json step = difference(earlier.at(figure), now.at(figure));
            difference = step == null ? difference : difference.with(step, figure);
        }
        if (before != null && !before.plan.name().equals(plan.name())) {
            difference = difference.with(Json.of(plan.name()), "name");
        }
        String type = before == null ? "created" : isGone ? "removed" : "modified";
        if (type.equals("modified") && difference.isEmpty()) {
            return null;
        }
        return JsonObject.of("type", Json.of(type), "difference", difference);
    }

    private static @Nullable Json difference(@Nullable Json before, @Nullable Json after) {
        double step = value(after) - value(before);
        if (step == 0) {
            return null;
        }
        boolean whole = isWhole(before) && isWhole(after);
        return whole ? Json.of((long) step) : Json.of(step);
    }

    private static double value(@Nullable Json number) {
        return number instanceof JsonNumber known ? known.value().doubleValue() : 0;
    }

    private static boolean isWhole(@Nullable Json number) {
        return !(number instanceof JsonNumber known) || known.isInteger();
    }

    /** What it costs once to have more of it than before; null when that is nothing. */
    @Nullable
    Activation activationSince(@Nullable InvoiceItem before) {
        long more = billable - (before == null ? 0 : before.billable);
        double charge = plan.activationCharge();
        return more > 0 && charge > 0 ? new Activation(plan, more, charge) : null;
    }

    /** A charge for more of an item. */
    record Activation(ItemPlan plan, long billable, double rate) {
        double total() {
            return billable * rate;
        }

        JsonObject json() {
            return JsonObject.builder()
                    .put("billable", billable)
                    .put("category", plan.key().category())
                    .put("item", plan.key().item())
                    .put("name", plan.name())
                    .put("rate", Json.of(rate))
                    .put("total", Json.of(total()))
                    .build();
        }
    }
}
