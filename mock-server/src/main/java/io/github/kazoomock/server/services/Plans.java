package io.github.kazoomock.server.services;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plans that are assigned to an account, merged (services sheet 4.1). */
public record Plans(List<JsonObject> documents, Map<Bookkeeper, JsonObject> byBookkeeper) {
    /** The type of plan documents, which resellers keep. */
    public static final String TYPE = "service_plan";

    /** Those of an account's services; plans that do not exist are passed over. */
    public static Plans of(World world, Account account, ServiceRecord services) {
        String reseller = new Resellers(world).of(account);
        List<JsonObject> documents = new ArrayList<>();
        Map<Bookkeeper, List<JsonObject>> grouped = new LinkedHashMap<>();
        for (String id : services.plans().keys()) {
            JsonObject assignment = services.plans().object(id);
            Document document = plan(world, assignment.textOr("vendor_id", reseller), id);
            if (document != null) {
                JsonObject overrides = services.overrides().merge(assignment.object("overrides"));
                JsonObject plan = document.open().merge(overrides);
                documents.add(plan);
                grouped.computeIfAbsent(
                                Bookkeeper.of(plan, services.open().object("bookkeeper"), reseller),
                                keeper -> new ArrayList<>())
                        .add(plan);
            }
        }
        Map<Bookkeeper, JsonObject> merged = new LinkedHashMap<>();
        grouped.forEach((keeper, plans) -> merged.put(keeper, PlanMerge.of(plans)));
        return new Plans(documents, merged);
    }

    /** A plan document in the account of whoever sells it; null when there is none. */
    public static @Nullable Document plan(World world, String vendor, String id) {
        Account seller = world.account(vendor);
        return seller == null ? null : seller.get(TYPE, id);
    }

    /** All of them as one document. */
    public JsonObject merged() {
        return PlanMerge.of(documents);
    }

    /** One invoice for each bookkeeper. */
    public List<Invoice> invoices(Counts counts) {
        return byBookkeeper.entrySet().stream()
                .map(entry -> Invoice.of(entry.getKey(), entry.getValue().object("plan"), counts))
                .toList();
    }
}
