package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What plans can bill, with what can be said of each item (services sheet 6.4). */
public final class EditableItems {
    private static final List<String> STATES =
            List.of("canceled", "completed", "pending", "rejected", "scheduled", "submitted", "unconfirmed");

    private EditableItems() {}

    /**
     * Category to item to properties.
     *
     * @param properties of the schema of items in plans
     * @param apps names of the apps that the reseller offers
     */
    public static JsonObject of(JsonObject properties, List<String> apps) {
        JsonObject ofOne = properties.without("as");
        JsonObject editable = JsonObject.EMPTY;
        for (var category : categories(apps).entrySet()) {
            JsonObject.Builder items = JsonObject.builder().put(ItemKey.ALL, (Json) properties);
            category.getValue().forEach(item -> items.put(item, (Json) ofOne));
            editable = editable.with(items.build(), category.getKey());
        }
        return editable;
    }

    private static Map<String, List<String>> categories(List<String> apps) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("users", List.of("user", "admin"));
        known.put(
                "devices",
                List.of(
                        "sip_device",
                        "ata",
                        "cellphone",
                        "fax",
                        "landline",
                        "mobile",
                        "sip_uri",
                        "smartphone",
                        "softphone",
                        "ctu",
                        "application"));
        known.put("limits", List.of("twoway_trunks", "inbound_trunks", "outbound_trunks"));
        known.put("branding", List.of("whitelabel"));
        known.put("ips", List.of("dedicated"));
        known.put(
                "phone_numbers",
                List.of("tollfree_us", "toll_us", "emergency", "caribbean", "did_us", "international", "unknown"));
        known.put("number_carriers", List.of("knm_inventory", "knm_local", "knm_managed"));
        known.put(
                "number_services", List.of("cnam", "e911", "force_outbound", "inbound_cnam", "outbound_cnam", "port"));
        known.put(
                "port_request",
                java.util.stream.Stream.concat(STATES.stream(), STATES.stream().map(state -> "first_" + state))
                        .toList());
        known.put("voicemails", List.of("mailbox", "transcription"));
        known.put("faxes", List.of("mailbox"));
        known.put("conferences", List.of("conference"));
        if (!apps.isEmpty()) {
            known.put("account_apps", apps);
            known.put("user_apps", apps);
        }
        return known;
    }
}
