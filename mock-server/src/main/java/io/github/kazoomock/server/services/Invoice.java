package io.github.kazoomock.server.services;

import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one bookkeeper collects (services sheet 4.2).
 *
 * @param plan category to item to what the plan says of it
 */
public record Invoice(Bookkeeper bookkeeper, JsonObject plan, List<InvoiceItem> items) {

    static Invoice of(Bookkeeper bookkeeper, JsonObject plan, Counts counts) {
        List<InvoiceItem> items = new ArrayList<>();
        for (String category : plan.keys()) {
            JsonObject inCategory = plan.object(category);
            for (String item : inCategory.keys()) {
                ItemPlan itemPlan = new ItemPlan(new ItemKey(category, item), inCategory.object(item));
                items.add(InvoiceItem.of(itemPlan, counts));
            }
        }
        return new Invoice(bookkeeper, plan, items);
    }

    static Invoice empty(Bookkeeper bookkeeper) {
        return new Invoice(bookkeeper, JsonObject.EMPTY, List.of());
    }

    @Nullable
    InvoiceItem item(ItemKey key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst().orElse(null);
    }

    /** The invoice as it is, without comparing it to anything. */
    public JsonObject json() {
        return new InvoiceChange(this, this).json();
    }
}
