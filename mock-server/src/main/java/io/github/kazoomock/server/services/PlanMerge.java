package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one plan of several: by strategy, the highest priority winning, then the strategies over each other (services
 * sheet 4.1, decision S10).
 */
final class PlanMerge {
    private static final List<String> STRATEGIES = List.of("simple", "recursive", "cumulative");

    /** A plan without a priority wins over all others, which is how KAZOO sorts. */
    private static final Comparator<JsonObject> BY_PRIORITY =
            Comparator.comparingLong(plan -> plan.integer(Long.MAX_VALUE, "merge", "priority"));

    private PlanMerge() {}

    static JsonObject of(List<JsonObject> plans) {
        JsonObject merged = JsonObject.EMPTY;
        for (String strategy : STRATEGIES) {
            List<JsonObject> alike = new ArrayList<>(plans);
            alike.removeIf(plan -> !strategy(plan).equals(strategy));
            alike.sort(BY_PRIORITY);
            JsonObject one = JsonObject.EMPTY;
            for (JsonObject plan : alike) {
                one = strategy.equals("cumulative") ? cumulated(one, plan) : one.merge(plan);
            }
            merged = merged.merge(one);
        }
        return merged;
    }

    private static String strategy(JsonObject plan) {
        String said = plan.object("merge").textOr("strategy", "simple");
        return STRATEGIES.contains(said) ? said : "simple";
    }

    /** Minima and the reach of discounts add up, exceptions are united. */
    private static JsonObject cumulated(JsonObject lower, JsonObject higher) {
        JsonObject merged = lower.merge(higher);
        JsonObject categories = lower.object("plan");
        for (String category : categories.keys()) {
            for (String item : categories.object(category).keys()) {
                JsonObject below = categories.object(category, item);
                JsonObject above = higher.object("plan", category, item);
                if (!above.isEmpty()) {
                    JsonObject both = item(below, above, merged.object("plan", category, item));
                    merged = merged.with(both, "plan", category, item);
                }
            }
        }
        return merged;
    }

    private static JsonObject item(JsonObject below, JsonObject above, JsonObject merged) {
        JsonObject item = summed(below, above, merged, "minimum");
        item = summed(below, above, item, "discounts", "cumulative", "maximum");
        if (below.isTrue("cascade") || above.isTrue("cascade")) {
            item = item.with(Json.of(true), "cascade");
        }
        Set<String> exceptions = new LinkedHashSet<>(below.array("exceptions").texts());
        exceptions.addAll(above.array("exceptions").texts());
        return exceptions.isEmpty() ? item : item.with(Json.texts(List.copyOf(exceptions)), "exceptions");
    }

    private static JsonObject summed(JsonObject below, JsonObject above, JsonObject merged, String... path) {
        boolean both = below.at(path) instanceof JsonNumber && above.at(path) instanceof JsonNumber;
        return both ? merged.with(Json.of(below.integer(0, path) + above.integer(0, path)), path) : merged;
    }
}
