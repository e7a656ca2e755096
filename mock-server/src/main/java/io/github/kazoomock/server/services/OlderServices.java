package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.World;

/** An account's services as one object, as KAZOO 4.2 showed them (services sheet 9.1). */
public final class OlderServices {
    private OlderServices() {}

    public static JsonObject json(World world, Account account, ServiceRecord services) {
        Resellers resellers = new Resellers(world);
        JsonObject plans = JsonObject.EMPTY;
        for (String id : services.plans().keys()) {
            JsonObject vendor = services.plans().object(id);
            plans = plans.with(JsonObject.of("account_id", Json.of(vendor.textOr("vendor_id", ""))), id);
        }
        return JsonObject.builder()
                .put("account_quantities", services.account().json())
                .put("cascade_quantities", services.cascade().json())
                .put("plans", plans)
                .put("billing_id", services.open().textOr("billing_id", account.id()))
                .put("reseller", resellers.isReseller(account))
                .put("reseller_id", resellers.of(account))
                .put("dirty", false)
                .put("in_good_standing", services.open().get("in_good_standing") != JsonLiteral.FALSE)
                .put("items", items(world, account, services))
                .build();
    }

    private static JsonObject items(World world, Account account, ServiceRecord services) {
        JsonObject items = JsonObject.EMPTY;
        for (Invoice invoice : Plans.of(world, account, services).invoices(Counts.of(services))) {
            for (InvoiceItem item : invoice.items()) {
                items = items.with(
                        item(item), item.key().category(), item.plan().shownItem());
            }
        }
        return items;
    }

    private static JsonObject item(InvoiceItem item) {
        Discounts discounts = item.discounts();
        return JsonObject.builder()
                .put("category", item.key().category())
                .put("item", item.plan().shownItem())
                .put("name", item.plan().name())
                .put("quantity", item.billable())
                .put("rate", Json.of(item.rate()))
                .put("single_discount", true)
                .put("single_discount_rate", Json.of(discounts.single()))
                .put("cumulative_discount", discounts.quantity())
                .put("cumulative_discount_rate", Json.of(discounts.cumulative()))
                .put("activation_charge", Json.of(item.plan().activationCharge()))
                .put("minimum", item.plan().minimum())
                .put("exceptions", (Json) item.plan().json().array("exceptions"))
                .build();
    }
}
