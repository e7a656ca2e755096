package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.services.ServiceRecord;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Transaction;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customers and their cards, as far as the JavaScript SDK asks for them (services sheet 9.5, decision S16). */
final class Braintree {
    private static final String NOUN = "braintree";
    private static final Set<String> FIELDS =
            Set.of("first_name", "last_name", "company", "email", "phone", "fax", "website");

    private Braintree() {}

    static Noun noun() {
        return new Noun(
                NOUN,
                NOUN,
                BraintreeCard.CUSTOMER,
                null,
                List.of(),
                List.of(
                        of("customer", Verb.GET, "/customer", "billing").handler(Braintree::customer),
                        of("update_customer", Verb.POST, "/customer", "billing").handler(Braintree::update),
                        of("credits", Verb.GET, "/credits", "balance")
                                .when(Decision.BRAINTREE_CREDITS_ARE_SERVED)
                                .handler(BraintreeCredits::show),
                        of("add_credits", Verb.PUT, "/credits", "balance")
                                .when(Decision.BRAINTREE_CREDITS_ARE_SERVED)
                                .handler(BraintreeCredits::add)));
    }

    private static Operation.Builder of(String action, Verb verb, String path, String family) {
        return Operation.of(NOUN + "." + action, verb, NOUN + path)
                .legacy()
                .evidence(Evidence.seed("js-sdk: " + family), Evidence.sheet("services 9.5"));
    }

    /** An unknown customer is no error. */
    private static Outcome customer(Call call, Transaction transaction) {
        return Reply.value(shown(call.account(), BraintreeCard.customer(transaction.existing(call.account()))));
    }

    private static Outcome update(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        JsonObject sent = Bodies.document(call);
        Document before = BraintreeCard.customer(account);
        String now = call.now().truncatedTo(ChronoUnit.SECONDS).toString();
        JsonObject open = before == null ? JsonObject.of("created_at", Json.of(now)) : before.open();
        open = open.plus(sent.filterKeys(FIELDS::contains)).with(Json.of(now), "updated_at");
        if (sent.object("credit_card").text("number") != null || sent.has("payment_method_nonce")) {
            JsonObject card = BraintreeCard.of(transaction.newId(), account.id(), sent, now);
            open = open.with(JsonArray.of(card), "credit_cards");
            ServiceRecord.of(account)
                    .with(
                            JsonObject.EMPTY.with(BraintreeCard.token(card, call), card.textOr("id", "")),
                            "payment_tokens")
                    .save(account.id(), transaction);
        }
        Document next = before == null
                ? Document.create(
                        Hash.md5(account.id() + "/" + NOUN), BraintreeCard.CUSTOMER, open, JsonObject.EMPTY, call.now())
                : before.next(open, call.now());
        transaction.put(account.id(), next);
        return Reply.value(shown(account.id(), next));
    }

    private static JsonObject shown(String account, @Nullable Document customer) {
        JsonObject open = customer == null ? JsonObject.EMPTY : customer.open();
        return JsonObject.builder()
                .put("id", account)
                .put("credit_cards", JsonArray.EMPTY)
                .put("addresses", JsonArray.EMPTY)
                .putAll(open)
                .build();
    }
}
