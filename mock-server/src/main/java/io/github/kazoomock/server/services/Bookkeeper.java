package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;

/** Whoever collects the money of an invoice. */
public record Bookkeeper(String type, String vendorId, String id) {
    /** The type that collects nothing and is always content. */
    public static final String DEFAULT = "default";

    /** As a plan says, missing parts filled in (services sheet 4.1). */
    static Bookkeeper of(JsonObject plan, JsonObject ofAccount, String reseller) {
        JsonObject said = ofAccount.plus(plan.object("bookkeeper"));
        return new Bookkeeper(
                said.textOr("type", DEFAULT),
                said.textOr("vendor_id", reseller),
                said.textOr("id", "default_bookkeeper"));
    }

    /** True when nobody has to be asked. */
    public boolean isDefault() {
        return type.equals(DEFAULT);
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("type", type)
                .put("vendor_id", vendorId)
                .put("id", Json.of(id))
                .build();
    }
}
