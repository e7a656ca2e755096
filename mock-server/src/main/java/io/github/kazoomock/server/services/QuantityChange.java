package io.github.kazoomock.server.services;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Entry;

/**
 * A quantity of an account became another (services sheet 8.3).
 *
 * @param delta new less old
 * @param quantity the new one
 */
public record QuantityChange(long created, Part part, ItemKey key, long delta, long quantity) implements Entry {

    JsonObject json() {
        return JsonObject.builder()
                .put("created", created)
                .put("part", part.key())
                .put("category", key.category())
                .put("source", key.item())
                .put("quantity", delta)
                .put("billable", quantity)
                .build();
    }

    static QuantityChange read(JsonObject json) {
        return new QuantityChange(
                json.integer(0, "created"),
                Part.of(json.textOr("part", "account")),
                new ItemKey(json.textOr("category", ""), json.textOr("source", "")),
                json.integer(0, "quantity"),
                json.integer(0, "billable"));
    }
}
