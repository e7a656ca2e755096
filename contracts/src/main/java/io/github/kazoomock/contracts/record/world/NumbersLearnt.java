package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.Map;
import java.util.Set;

/** Telephone numbers, whose private part stands in rows and metadata (admin sheet 1.2 and 1.3). */
final class NumbersLearnt implements Learning.Special {
    private static final String COLLECTION = "phone_numbers";

    private static final Map<String, String> PRIVATE = Map.of(
            "state", "pvt_state",
            "used_by", "pvt_used_by",
            "features_allowed", "pvt_features_allowed",
            "features_denied", "pvt_features_denied",
            "created", "pvt_created",
            "updated", "pvt_modified",
            "modified", "pvt_modified",
            "carrier_module", "pvt_module_name");

    private static final Set<String> COMPUTED =
            Set.of("id", "features", "features_available", "assigned_to", "_read_only");

    @Override
    public boolean learn(KnownWorld world, Asked asked) {
        if (!asked.operation().pattern().noun().equals(COLLECTION)) {
            return false;
        }
        if (asked.account().isEmpty()) {
            return true;
        }
        if (asked.is("phone_numbers.list", "phone_numbers.fix")) {
            list(world, asked);
        } else if (asked.data().has("success")) {
            asked.data().object("success").forEach((number, value) -> {
                if (value instanceof JsonObject document) {
                    one(world, asked, number, document, JsonObject.EMPTY);
                }
            });
        } else if (asked.data().textOr("id", "").startsWith("+")) {
            one(
                    world,
                    asked,
                    asked.data().textOr("id", ""),
                    asked.data(),
                    asked.envelope().object("metadata"));
        }
        return true;
    }

    private static void list(KnownWorld world, Asked asked) {
        JsonObject numbers = asked.data().object("numbers");
        numbers.forEach((number, value) -> {
            if (value instanceof JsonObject row) {
                JsonObject hidden = hidden(row);
                // the only feature that says where the number comes from
                boolean isLocal = row.array("features").texts().contains("local");
                JsonObject told = hidden.with(Json.of(isLocal ? "knm_local" : "knm_other"), "pvt_module_name");
                keep(world, asked.account(), number)
                        .learn(
                                COLLECTION,
                                number,
                                known -> new KnownDocument(
                                        told.plus(known.whole() ? known.content() : JsonObject.EMPTY)
                                                .plus(hidden),
                                        known.whole(),
                                        known.files()));
            }
        });
        if (asked.isComplete()) {
            world.account(asked.account()).documents(COLLECTION).keySet().retainAll(numbers.keys());
        }
    }

    private static void one(KnownWorld world, Asked asked, String number, JsonObject data, JsonObject metadata) {
        if (asked.deletes()) {
            world.account(asked.account()).forget(COLLECTION, number);
            return;
        }
        JsonObject beside = data.object("_read_only").plus(metadata);
        JsonObject open = data.filterKeys(key -> !COMPUTED.contains(key) && !PRIVATE.containsKey(key));
        JsonObject hidden = hidden(data).plus(hidden(beside));
        keep(world, asked.account(), number).learn(COLLECTION, number, known -> known.read(open.plus(hidden)));
    }

    private static JsonObject hidden(JsonObject shown) {
        JsonObject.Builder hidden = JsonObject.builder();
        shown.forEach((key, value) -> {
            String name = PRIVATE.get(key);
            boolean says = !(value instanceof io.github.kazoomock.json.JsonArray array && array.size() == 0);
            if (name != null && says) {
                hidden.put(name, value);
            }
        });
        return hidden.build();
    }

    /** A number is in one account only. */
    private static KnownAccount keep(KnownWorld world, String account, String number) {
        world.accounts.values().stream()
                .filter(other -> !other.id.equals(account))
                .forEach(other -> other.forget(COLLECTION, number));
        return world.account(account);
    }
}
