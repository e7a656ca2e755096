package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.services.Plans;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plans that an account sells, which no KAZOO API makes: {@code PUT service_plans/ACCOUNT_ID[/PLAN_ID]} with the plan as
 * body, {@code DELETE service_plans/ACCOUNT_ID/PLAN_ID}, {@code GET service_plans/ACCOUNT_ID}.
 */
record ServicePlans(Sandbox sandbox) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String HELP =
            "use {\"name\": \"Office\", \"plan\": {\"devices\": {\"sip_device\": {\"rate\": 5.0}}}}";

    /** The plans of an account. */
    JsonObject list(String account) {
        List<Json> plans = seller(sandbox.world().account(account), account).shelf(Plans.TYPE).values().stream()
                .<Json>map(Document::visible)
                .toList();
        return JsonObject.of("service_plans", new JsonArray(plans));
    }

    /** Makes or replaces a plan. */
    JsonObject put(String account, @Nullable String id, JsonObject plan) {
        if (id != null && !ID.matcher(id).matches()) {
            throw new BadRequest(id + " is no id: write 32 lower-case hex digits, or leave it out");
        }
        check(plan);
        JsonObject open = plan.filterKeys(key -> !key.equals("id") && !key.startsWith("pvt_"));
        return sandbox.write(transaction -> put(transaction, account, id, open), done -> true);
    }

    private static JsonObject put(Transaction transaction, String account, @Nullable String id, JsonObject open) {
        seller(transaction.account(account), account);
        String chosen = id == null ? transaction.newId() : id;
        Document before = transaction.get(account, Plans.TYPE, chosen);
        Document next = before == null
                ? Document.create(chosen, Plans.TYPE, open, JsonObject.EMPTY, transaction.now())
                : before.next(open, transaction.now());
        transaction.put(account, next);
        return next.visible();
    }

    /** Takes a plan away; whoever has it is no longer billed for it. */
    JsonObject delete(String account, String id) {
        return sandbox.write(
                transaction -> {
                    Document gone =
                            seller(transaction.account(account), account).get(Plans.TYPE, id);
                    if (gone == null) {
                        throw new BadRequest("account " + account + " has no plan " + id);
                    }
                    transaction.destroy(account, Plans.TYPE, id);
                    return gone.visible();
                },
                done -> true);
    }

    private static Account seller(@Nullable Account account, String id) {
        if (account == null) {
            throw new BadRequest("no account has the id " + id);
        }
        return account;
    }

    /** Category to item to what is said of it. */
    private static void check(JsonObject plan) {
        if (!(plan.get("plan") instanceof JsonObject categories)) {
            throw new BadRequest("plan is missing or no object; " + HELP);
        }
        categories.forEach((category, items) -> {
            if (!(items instanceof JsonObject object)) {
                throw new BadRequest("plan/" + category + " is no object; " + HELP);
            }
            object.forEach((item, said) -> {
                if (!(said instanceof JsonObject)) {
                    throw new BadRequest("plan/" + category + "/" + item + " is no object; " + HELP);
                }
            });
        });
    }
}
