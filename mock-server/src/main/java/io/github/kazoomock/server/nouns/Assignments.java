package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.services.Plans;
import io.github.kazoomock.server.services.ServiceRecord;
import io.github.kazoomock.server.world.World;

/**
 * Assigns plans of a reseller to a customer, and takes them back (services sheet 1).
 *
 * @param merges overrides are laid over the ones that are there, instead of replacing them
 */
record Assignments(World world, String reseller, boolean merges) {

    /** With every plan of {@code add} and without those of {@code delete}. */
    ServiceRecord change(ServiceRecord services, JsonArray add, JsonArray delete) {
        ServiceRecord changed = services;
        for (Json plan : add) {
            JsonObject wanted = plan instanceof JsonObject object ? object : JsonObject.EMPTY;
            String id = plan.text() == null ? wanted.textOr("id", "") : plan.text();
            changed = with(changed, id == null ? "" : id, wanted);
        }
        for (String id : delete.texts()) {
            changed = without(changed, id);
        }
        return changed;
    }

    /**
     * With a plan; its overrides stay when none are sent.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 404 when the reseller has no such plan
     */
    ServiceRecord with(ServiceRecord services, String id, JsonObject wanted) {
        check(id);
        JsonObject stored = services.plans().object(id, "overrides");
        JsonObject sent = wanted.object("overrides");
        JsonObject overrides = !wanted.has("overrides") ? stored : merges ? stored.merge(sent) : sent;
        JsonObject assignment = JsonObject.builder()
                .put("vendor_id", wanted.textOr("vendor_id", reseller))
                .putIfPresent("contract", wanted.get("contract"))
                .put("overrides", overrides)
                .build();
        return services.withPlans(services.plans().with(assignment, id));
    }

    /**
     * Without a plan; one that is not assigned changes nothing.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 404 when the reseller has no such plan
     */
    ServiceRecord without(ServiceRecord services, String id) {
        check(id);
        return services.withPlans(services.plans().without(id));
    }

    private void check(String id) {
        if (Plans.plan(world, reseller, id) == null) {
            throw Problems.badIdentifier(id).refusal();
        }
    }
}
