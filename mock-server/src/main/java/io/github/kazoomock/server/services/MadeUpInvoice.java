package io.github.kazoomock.server.services;

import io.github.kazoomock.json.JsonObject;

/** An invoice for more of one item, from a price that somebody names and no plan has. */
public final class MadeUpInvoice {
    private MadeUpInvoice() {}

    /**
     * As a 402 shows it.
     *
     * @param price {@code name}, {@code rate} and {@code activation_charge}, as plans say them
     * @param more how many there were none of before
     * @param vendor the account that sells it
     */
    public static JsonObject of(String category, String item, JsonObject price, long more, String vendor) {
        JsonObject plan = JsonObject.EMPTY.with(price, category, item);
        Bookkeeper bookkeeper = Bookkeeper.of(JsonObject.EMPTY, JsonObject.EMPTY, vendor);
        Counts none = new Counts(Quantities.NONE, Quantities.NONE, Quantities.NONE);
        Counts some = new Counts(Quantities.of(category, item, more), Quantities.NONE, Quantities.NONE);
        return new InvoiceChange(Invoice.of(bookkeeper, plan, none), Invoice.of(bookkeeper, plan, some)).json();
    }
}
