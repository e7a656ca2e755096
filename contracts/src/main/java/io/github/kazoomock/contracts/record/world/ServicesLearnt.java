package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.Set;

/** Plans that are sold and assigned, quantities by hand, limits, ledgers and payments (services sheet). */
final class ServicesLearnt implements Learning.Special {
    private static final String PLANS = "service_plans";
    private static final Set<String> NOUNS = Set.of("services", PLANS, "limits", "ledgers", "transactions");

    @Override
    public boolean learn(KnownWorld world, Asked asked) {
        if (!NOUNS.contains(asked.operation().pattern().noun())) {
            return false;
        }
        if (asked.account().isEmpty()) {
            return true;
        }
        JsonObject data = asked.data();
        switch (asked.operation().id()) {
            case "services.get", "services.update", "services.assign", "services.unassign" -> {
                services(world, asked, data.without("billing_id"), "plans");
                if (data.has("billing_id")) {
                    services(world, asked, Json.of(data.textOr("billing_id", "")), "billing_id");
                }
            }
            case "services.overrides", "services.update_overrides", "services.patch_overrides" ->
                services(world, asked, data, "overrides");
            case "services.manual", "services.update_manual", "services.patch_manual" ->
                services(world, asked, data, "quantities", "manual");
            case "services.status", "services.change_status" -> {
                if (data.get("in_good_standing") == JsonLiteral.FALSE) {
                    data.forEach((key, value) -> services(world, asked, value, key));
                }
            }
            case "services.available", "service_plans.available" ->
                asked.rows().forEach(row -> plan(world, seller(world, asked.account()), row, false));
            case "service_plans.available_one" -> plan(world, seller(world, asked.account()), data, true);
            case "service_plans.list" -> asked.rows().forEach(row -> plan(world, asked.account(), row, false));
            case "service_plans.get" -> plan(world, asked.account(), data, true);
            case "limits.get", "limits.update" -> limits(world, asked);
            case "ledgers.list" -> asked.rows().forEach(row -> entry(world, asked, "ledgers", row));
            case "ledgers.get" -> entry(world, asked, "ledgers", data);
            case "transactions.list" -> asked.rows().forEach(row -> entry(world, asked, "transactions", row));
            case "transactions.get" -> entry(world, asked, "transactions", data);
            default -> {
                return true; // counted from the rest
            }
        }
        return true;
    }

    private static void services(KnownWorld world, Asked asked, Json value, String... path) {
        boolean isNew = world.account(asked.account()).documents("services").isEmpty();
        boolean isEmpty = value instanceof JsonObject object && object.isEmpty();
        if (isNew && isEmpty) {
            return; // an account without services answers like this
        }
        world.account(asked.account())
                .learn(
                        "services",
                        "services-" + asked.account(),
                        known -> new KnownDocument(known.content().with(value, path), true, known.files()));
    }

    /** Its reseller, as far as anybody said who that is. */
    private static String seller(KnownWorld world, String account) {
        KnownAccount known = world.account(account);
        return known.reseller != null ? known.reseller : known.parent != null ? known.parent : account;
    }

    private static void plan(KnownWorld world, String seller, JsonObject shown, boolean whole) {
        String id = shown.text("id");
        if (id != null) {
            JsonObject document = Rows.document(PLANS, shown);
            world.owner(PLANS, id, seller)
                    .learn(PLANS, id, known -> whole ? known.read(document) : known.seen(document));
        }
    }

    /** Without metadata they are the defaults, which nobody has saved. */
    private static void limits(KnownWorld world, Asked asked) {
        if (!asked.envelope().object("metadata").isEmpty()) {
            JsonObject stored = asked.data()
                    .filterKeys(key ->
                            !key.equals("id") && !key.equals("allow_postpay") && !key.equals("max_postpay_amount"));
            world.account(asked.account()).learn("limits", "limits-" + asked.account(), known -> known.read(stored));
        }
    }

    private static void entry(KnownWorld world, Asked asked, String collection, JsonObject shown) {
        String id = shown.text("id");
        if (id == null) {
            return;
        }
        JsonObject document = Rows.document(collection, shown).without("created");
        Json created = shown.get("created");
        world.account(asked.account()).learn(collection, id, known -> {
            KnownDocument next = known.seen(document);
            return created == null ? next : next.with("pvt_created", created);
        });
    }
}
