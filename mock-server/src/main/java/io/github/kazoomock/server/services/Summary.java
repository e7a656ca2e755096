package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Everything about an account's services at once, as {@code summary} and {@code quote} answer it (services sheet 5). */
public record Summary(World world, Account account, ServiceRecord services, Instant now, boolean enforced) {

    /** With invoices as they are. */
    public JsonObject json() {
        List<Invoice> invoices = invoices();
        return json(invoices.stream().<Json>map(Invoice::json).toList());
    }

    /** With invoices that tell what comes new, as if there were none now. */
    public JsonObject quote() {
        return json(InvoiceChange.between(List.of(), invoices()).stream()
                .<Json>map(InvoiceChange::json)
                .toList());
    }

    /** The items of all invoices. */
    public List<Json> items() {
        return invoices().stream()
                .flatMap(invoice -> invoice.json().array("items").values().stream())
                .toList();
    }

    private Plans plans() {
        return Plans.of(world, account, services);
    }

    private List<Invoice> invoices() {
        return plans().invoices(Counts.of(services));
    }

    private JsonObject json(List<Json> invoices) {
        Resellers resellers = new Resellers(world);
        JsonObject plan = plans().merged();
        return JsonObject.builder()
                .put("plans", services.plans())
                .put("overrides", services.overrides())
                .put("invoices", new JsonArray(invoices))
                .put("quantities", quantities())
                .put(
                        "reseller",
                        JsonObject.of(
                                "id", Json.of(resellers.of(account)),
                                "is_reseller", Json.of(resellers.isReseller(account))))
                .put("ratedeck", services.open().object("ratedeck").plus(plan.object("ratedeck")))
                .put("applications", plan.object("applications"))
                .put("limits", limits(plan))
                .put("im", plan.object("im"))
                .put("payment_tokens", services.open().object("payment_tokens"))
                .put("billing_cycle", cycle())
                .put(
                        "status",
                        BillingStanding.of(account.id(), services, invoices(), enforced)
                                .json())
                .build();
    }

    private JsonObject quantities() {
        return JsonObject.builder()
                .put("account", services.account().json())
                .put("cascade", services.cascade().json())
                .put("manual", services.manual())
                .build();
    }

    /** The plans' limits under those that the account set itself; asking creates none (services sheet 5). */
    private JsonObject limits(JsonObject plan) {
        JsonObject limits = plan.object("limits");
        for (Document document : account.shelf("limits").values()) {
            limits = limits.plus(document.open());
        }
        return limits.with(Json.of("limits"), "id");
    }

    private JsonObject cycle() {
        LocalDate next = LocalDate.ofInstant(now, ZoneOffset.UTC).plusMonths(1).withDayOfMonth(1);
        Instant at = next.atStartOfDay(ZoneOffset.UTC).toInstant();
        return JsonObject.builder()
                .put("next", Gregorian.seconds(at))
                .put("period", 1)
                .put("unit", "month")
                .build();
    }
}
