package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.services.ServiceRecord;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Objects;

/** The numbers of an account, by number; {@code data} is no array (admin sheet 1.3). */
final class NumberList {
    private static final String NUMBER = "number";

    private NumberList() {}

    static Outcome list(Call call, Transaction transaction, NumberSettings settings) {
        if (call.accountId() == null) {
            return Problems.initFailed(); // at the top there is only the search
        }
        Account account = transaction.existing(call.account());
        NumberView view = new NumberView(call, settings);
        View stored = View.byId(transaction.world(), account.id(), PhoneNumber.TYPE);
        View assigned = (start, descending) -> stored.from(start, descending)
                .filter(entry -> new PhoneNumber(account.id(), entry.document()).owner() != null)
                .map(entry -> new View.Entry(
                        entry.account(), filtered(account, entry.document(), view, transaction), entry.key()));
        return Listing.of(call, assigned)
                .shaped(
                        entry -> row(account, entry, view),
                        rows -> JsonObject.of(
                                "numbers",
                                byNumber(rows),
                                "cascade_quantity",
                                Json.of(ServiceRecord.of(account).cascade().sum("phone_numbers"))));
    }

    private static JsonObject row(Account account, View.Entry entry, NumberView view) {
        Document stored = Objects.requireNonNull(
                account.get(PhoneNumber.TYPE, entry.document().id()));
        PhoneNumber number = new PhoneNumber(account.id(), stored);
        return JsonObject.of(NUMBER, Json.of(number.number())).plus(view.row(number));
    }

    /** The document that filters see: the private keys that the row shows go by the row's names. */
    private static Document filtered(Account account, Document stored, NumberView view, Transaction transaction) {
        PhoneNumber number = new PhoneNumber(account.id(), stored);
        JsonObject open = stored.open().plus(view.computed(number)).with(Json.of(account.id()), "assigned_to");
        return Document.create(stored.id(), PhoneNumber.TYPE, open, stored.hidden(), transaction.now());
    }

    private static JsonObject byNumber(List<Json> rows) {
        JsonObject.Builder numbers = JsonObject.builder();
        for (Json row : rows) {
            if (row instanceof JsonObject object) {
                numbers.put(object.textOr(NUMBER, ""), object.without(NUMBER));
            }
        }
        return numbers.build();
    }
}
