package io.github.kazoomock.server.services;

import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a plan says of one item: how it is counted and what it costs (services sheet 2 and 4.2). */
record ItemPlan(ItemKey key, JsonObject json) {

    /** The quantity that the plan counts. */
    long quantity(Counts counts) {
        ItemKey counted = new ItemKey(
                json.object("quantity").textOr("category", key.category()),
                json.object("quantity").textOr("name", key.item()));
        boolean cascade = json.isTrue("cascade");
        if (!counted.item().equals(ItemKey.ALL)) {
            return counts.own(counted) + (cascade ? counts.cascade().count(counted) : 0);
        }
        List<String> exceptions = json.array("exceptions").texts();
        Set<ItemKey> known =
                new TreeSet<>(counts.account().category(counted.category()).keySet());
        known.addAll(counts.manual().category(counted.category()).keySet());
        known.addAll(counts.cascade().category(counted.category()).keySet());
        known.removeIf(item -> exceptions.contains(item.item()));
        return known.stream()
                .mapToLong(
                        item -> counts.own(item) + (cascade ? counts.cascade().count(item) : 0))
                .sum();
    }

    /** What of a quantity is charged: whole steps, at least the minimum, at most the maximum. */
    long billable(long quantity) {
        long step = Math.max(1, json.integer(1, "step"));
        long stepped = Math.floorDiv(quantity + step - 1, step) * step;
        if (stepped < minimum()) {
            return minimum();
        }
        Long most = maximum();
        return most != null && stepped > most ? most : stepped;
    }

    long minimum() {
        return json.integer(0, "minimum");
    }

    @Nullable
    Long maximum() {
        return json.get("maximum") instanceof JsonNumber number ? number.value().longValue() : null;
    }

    /** The charge for one, and whether it is one for all of them. */
    record Price(double rate, boolean flat) {}

    /** The first that is there: tiers of flat rates, a flat rate, tiers of rates, the rate. */
    Price price(long billable) {
        Double flatTier = tier(json.object("flat_rates"), billable);
        if (flatTier != null) {
            return new Price(flatTier, true);
        }
        if (number("flat_rate") > 0) {
            return new Price(number("flat_rate"), true);
        }
        Double tier = tier(json.object("rates"), billable);
        return new Price(tier == null ? rate() : tier, false);
    }

    double rate() {
        return number("rate");
    }

    double activationCharge() {
        return number("activation_charge");
    }

    JsonArray taxes() {
        return json.array("taxes");
    }

    boolean prorates(String what) {
        return !(json.at("prorate", what) instanceof io.github.kazoomock.json.JsonLiteral said)
                || said == io.github.kazoomock.json.JsonLiteral.TRUE;
    }

    /** The item as invoices call it. */
    String shownItem() {
        return json.textOr("as", key.item());
    }

    String name() {
        String shown = shownItem();
        String fallback = shown.equals(ItemKey.ALL) ? key.category() : key.category() + "/" + shown;
        return json.textOr("name", fallback);
    }

    double number(String... path) {
        return number(json, path);
    }

    static double number(JsonObject object, String... path) {
        return object.at(path) instanceof JsonNumber number ? number.value().doubleValue() : 0;
    }

    /** The rate of the smallest tier that the quantity does not exceed; null when it exceeds all. */
    static @Nullable Double tier(JsonObject table, long quantity) {
        Double found = null;
        long smallest = Long.MAX_VALUE;
        for (String key : table.keys()) {
            if (key.matches("[0-9]{1,18}") && table.get(key) instanceof JsonNumber rate) {
                long upTo = Long.parseLong(key);
                if (quantity <= upTo && upTo <= smallest) {
                    smallest = upTo;
                    found = rate.value().doubleValue();
                }
            }
        }
        return found;
    }
}
