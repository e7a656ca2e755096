package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Quotes;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.services.BillingStanding;
import io.github.kazoomock.server.services.InvoiceChange;
import io.github.kazoomock.server.services.Quote;
import io.github.kazoomock.server.world.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Quotes the caller's plans, not the target's, for everything but deletions, of which only those of numbers are quoted
 * (services sheet 4.4, trap 18, decision S13).
 */
final class ChargesToAccept implements Quotes {

    @Override
    public @Nullable Problem check(Call call, Transaction transaction) {
        if (call.caller() == null || !call.verb().writes() || isFree(call)) {
            return null;
        }
        Quote quote = Quote.of(call.caller().accountId(), transaction);
        if (quote == null || !quote.adds()) {
            return null;
        }
        if (!call.acceptsCharges()) {
            return new Problem(
                    402,
                    "accept charges",
                    new JsonArray(quote.changes().stream()
                            .<Json>map(InvoiceChange::json)
                            .toList()));
        }
        return quote.amount() > 0 ? standing(quote, transaction) : null;
    }

    private static boolean isFree(Call call) {
        return call.verb() == Verb.DELETE && !call.operation().pattern().noun().equals("phone_numbers");
    }

    private static @Nullable Problem standing(Quote quote, Transaction transaction) {
        boolean enforced = enforced(transaction);
        BillingStanding standing =
                BillingStanding.of(quote.account().id(), quote.services(), quote.invoices(), enforced);
        JsonObject why = standing.json().without("acceptable");
        return standing.acceptable() ? null : new Problem(402, "billing_issue", why);
    }

    /** Whether anybody looks at the standing of accounts at all. */
    static boolean enforced(Transaction transaction) {
        return new Settings(transaction.world()).isSet("services", "enforce_good_standing");
    }
}
