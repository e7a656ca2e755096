package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account may buy more (services sheet 6.6).
 *
 * @param message for people; null where KAZOO has none
 */
public record BillingStanding(
        boolean acceptable, String reason, @Nullable String message) {
    private static final String REJECTED =
            "There is a billing issue with this account, please contact your sales representative.";
    private static final String SILENT = "Temporary billing error, please try again later.";

    /**
     * Asks in the order of the sheet.
     *
     * @param enforced system setting {@code services.enforce_good_standing}, off by default
     */
    public static BillingStanding of(String account, ServiceRecord services, List<Invoice> invoices, boolean enforced) {
        if (!enforced) {
            return new BillingStanding(true, "good standing not required", null);
        }
        if (services.open().get("in_good_standing") == JsonLiteral.FALSE) {
            String reason = services.open().textOr("reason", "bookkeeper_rejection");
            return new BillingStanding(false, reason, REJECTED);
        }
        if (invoices.isEmpty()) {
            return new BillingStanding(true, "no service plans assigned", null);
        }
        if (invoices.stream().anyMatch(invoice -> !invoice.bookkeeper().isDefault())) {
            return new BillingStanding(false, "bookkeeper_fault", SILENT); // there is nobody who would answer
        }
        return new BillingStanding(true, "account " + account + " is in good standing", null);
    }

    public JsonObject json() {
        return JsonObject.builder()
                .put("acceptable", acceptable)
                .put("reason", reason)
                .putIfPresent("message", message == null ? null : Json.of(message))
                .build();
    }
}
