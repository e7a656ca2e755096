package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.numbers.Countries;
import io.github.kazoomock.server.numbers.Search;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds numbers that can be had (admin sheet 1.4). */
record NumberSearch(SchemaRegistry schemas) {
    private static final String SCHEMA = "find_numbers";

    /** What it reads of the query. */
    static final String[] OPTIONS = {"prefix", "country", "quantity", "offset", "reseller_id"};

    /** True when numbers are wanted that begin so; without that it is the list that is wanted. */
    static boolean isAsked(Call call) {
        return !prefix(call).isEmpty();
    }

    private static String prefix(Call call) {
        String prefix = call.query().first("prefix");
        return prefix == null ? "" : prefix.replaceAll("\\s", "");
    }

    Outcome search(Call call, Transaction transaction) {
        NumberSettings settings = NumberSettings.of(schemas, transaction.world());
        String country = call.query().first("country");
        JsonObject asked = JsonObject.builder()
                .put("prefix", prefix(call))
                .put("country", country)
                .build();
        JsonObject checked = BodyCheck.of(call, schemas, SCHEMA, asked);
        String searching = account(call, transaction, settings);
        String code = Countries.dialCode(checked.textOr("country", "US"));
        if (code == null) {
            return Reply.rows(List.of(), null);
        }
        long quantity = Math.min(Math.max(1, integer(call, "quantity", 1)), settings.mostFound());
        List<Json> rows = new Search(transaction.world(), reservers(searching, transaction), settings.hasBuiltIn())
                .under("+" + code + prefix(call)).entrySet().stream()
                        .skip(Math.max(0, integer(call, "offset", 0)))
                        .limit(quantity)
                        .<Json>map(found -> JsonObject.of(
                                "number",
                                Json.of(found.getKey()),
                                "state",
                                Json.of(found.getValue().spelt())))
                        .toList();
        return Reply.rows(rows, null);
    }

    /**
     * The account in whose name numbers are searched; null when nobody is known.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 404 for a reseller who does not lend its name
     */
    static @Nullable String account(Call call, Transaction transaction, NumberSettings settings) {
        String reseller = call.query().first("reseller_id");
        if (reseller == null) {
            return call.accountId() == null && call.caller() != null
                    ? call.knownCaller().accountId()
                    : call.accountId();
        }
        Account account = transaction.account(reseller);
        if (account == null) {
            throw restricted("nonexistent reseller_id");
        }
        boolean sells = new Resellers(transaction.world()).isReseller(account)
                || account.document().hidden().isTrue("pvt_superduper_admin");
        if (!sells || !settings.searchesFor(reseller)) {
            throw restricted("number search restricted");
        }
        return reseller;
    }

    private static RuntimeException restricted(String message) {
        return new Problem(404, message, JsonObject.EMPTY).refusal();
    }

    private static Set<String> reservers(@Nullable String searching, Transaction transaction) {
        Account account = searching == null ? null : transaction.account(searching);
        if (account == null) {
            return Set.of();
        }
        String reseller = new Resellers(transaction.world()).of(account);
        return reseller.equals(account.id()) ? Set.of(reseller) : Set.of(account.id(), reseller);
    }

    private static long integer(Call call, String option, long fallback) {
        String text = call.query().first(option);
        try {
            return text == null ? fallback : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
