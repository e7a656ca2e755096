package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import org.jspecify.annotations.Nullable;

/** A card as it is shown: never its whole number (services sheet 9.5). */
final class BraintreeCard {
    /** What a payment form's one-time code stands for here. */
    private static final String TEST_NUMBER = "4111111111111111";

    /** The type of documents about customers. */
    static final String CUSTOMER = "braintree_customer";

    private BraintreeCard() {}

    /** The account as a customer; null when nobody told anything about it. */
    static @Nullable Document customer(Account account) {
        var documents = account.shelf(CUSTOMER).values().iterator();
        return documents.hasNext() ? documents.next() : null;
    }

    static JsonObject of(String id, String customer, JsonObject sent, String now) {
        JsonObject card = sent.object("credit_card");
        String number = card.textOr("number", TEST_NUMBER).replaceAll("[^0-9]", "");
        String padded = "0".repeat(Math.max(0, 6 - number.length())) + number;
        String date = card.textOr("expiration_date", expires(card));
        String[] parts = date.split("/", 2);
        return JsonObject.builder()
                .put("id", id)
                .put("bin", padded.substring(0, 6))
                .put("cardholder_name", card.text("cardholder_name"))
                .put("card_type", type(number))
                .put("created_at", now)
                .put("updated_at", now)
                .put("default", true)
                .put("expiration_date", date)
                .put("expiration_month", parts[0])
                .put("expiration_year", parts.length > 1 ? parts[1] : "")
                .put("expired", false)
                .put("customer_location", "US")
                .put("last_four", padded.substring(padded.length() - 4))
                .put("customer_id", customer)
                .putIfPresent("billing_address", card.get("billing_address"))
                .build();
    }

    private static String expires(JsonObject card) {
        return card.textOr("expiration_month", "12") + "/" + card.textOr("expiration_year", "2030");
    }

    private static String type(String number) {
        if (number.startsWith("4")) {
            return "Visa";
        }
        if (number.startsWith("5")) {
            return "MasterCard";
        }
        return number.startsWith("3") ? "American Express" : "Unknown";
    }

    /** The card as the services of its account remember it. */
    static JsonObject token(JsonObject card, Call call) {
        long now = Gregorian.seconds(call.now());
        return JsonObject.builder()
                .put("id", card.textOr("id", ""))
                .put("bookkeeper", "braintree")
                .put("created", now)
                .put("default", true)
                .put("expiration", card.textOr("expiration_date", ""))
                .put("modified", now)
                .put("metadata", (Json) card.filterKeys(
                        key -> key.equals("card_type") || key.equals("customer_id") || key.equals("last_four")))
                .build();
    }
}
