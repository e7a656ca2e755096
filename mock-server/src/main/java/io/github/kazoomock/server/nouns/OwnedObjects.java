package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * What a user owns, on its way out with the user. Whatever stands on the account's shelves under a type that can be
 * asked for goes, whichever noun put it there; what follows from that is for reactions.
 */
final class OwnedObjects {
    private static final String CALLFLOW = "callflow";
    private static final String NUMBERS = "phone_numbers";

    private final Transaction transaction;
    private final String account;
    private final String owner;
    private final boolean forGood;
    private final Release release;
    private final List<Json> told = new ArrayList<>();
    private boolean allWent = true;

    /** Gives numbers in E.164 up. */
    interface Release {
        Outcome of(List<String> numbers);
    }

    /** @param forGood nothing is kept of what goes, not even its id */
    OwnedObjects(Transaction transaction, String account, String owner, boolean forGood, Release release) {
        this.release = release;
        this.transaction = transaction;
        this.account = account;
        this.owner = owner;
        this.forGood = forGood;
    }

    /** What became of each object. */
    JsonArray told() {
        return new JsonArray(told);
    }

    boolean allWent() {
        return allWent;
    }

    /** Numbers hang on callflows, which are looked at for their sake even when they stay. */
    void delete(NavigableSet<String> types) {
        List<String> shelves = new ArrayList<>(types);
        shelves.remove(NUMBERS);
        if (types.contains(NUMBERS) && !types.contains(CALLFLOW)) {
            shelves.add(0, CALLFLOW);
        }
        for (String type : shelves) {
            for (Document object : owned(type)) {
                if (type.equals(CALLFLOW) && types.contains(NUMBERS)) {
                    releaseNumbers(object);
                }
                if (types.contains(type)) {
                    remove(type, object.id());
                    tell(type, Json.of(object.id()));
                } else {
                    withoutNumbers(object);
                }
            }
        }
    }

    private List<Document> owned(String type) {
        return transaction.existing(account).shelf(type).values().stream()
                .filter(object -> owner.equals(object.open().text("owner_id")))
                .toList();
    }

    /** As if the numbers of a callflow were deleted by a request of their own (admin sheet 1.7). */
    private void releaseNumbers(Document callflow) {
        List<String> numbers = callflow.open().array("numbers").texts().stream()
                .filter(PhoneNumber::isReconcilable)
                .toList();
        if (numbers.isEmpty()) {
            return;
        }
        if (release.of(numbers.stream().map(E164::of).distinct().toList()) instanceof Problem problem) {
            tellFailure(NUMBERS, Json.texts(numbers), problem.status(), problem.message());
        } else {
            tell(NUMBERS, Json.texts(numbers));
        }
    }

    private void withoutNumbers(Document callflow) {
        List<Json> all = callflow.open().array("numbers").values();
        List<Json> kept = all.stream()
                .filter(number -> number.text() == null || !PhoneNumber.isReconcilable(number.text()))
                .toList();
        if (kept.size() == all.size()) {
            return;
        }
        if (kept.isEmpty() && callflow.open().array("patterns").size() == 0) {
            tellFailure(CALLFLOW, Json.of(callflow.id()), 400, "validation error"); // it needs one of them (pbx 3.3)
            return;
        }
        JsonObject open = callflow.open().with(new JsonArray(kept), "numbers");
        transaction.put(account, callflow.next(open, transaction.now()));
        tell(CALLFLOW, Json.of(callflow.id()));
    }

    private void remove(String type, String id) {
        if (forGood) {
            transaction.destroy(account, type, id);
        } else {
            transaction.remove(account, type, id);
        }
    }

    private void tell(String type, Json id) {
        told.add(entry(type, id, "success").build());
    }

    private void tellFailure(String type, Json id, int code, String message) {
        allWent = false;
        told.add(entry(type, id, "error")
                .put("error_code", code)
                .put("error_msg", message)
                .build());
    }

    private static JsonObject.Builder entry(String type, Json id, String status) {
        return JsonObject.builder().put("type", type).put("id", id).put("status", status);
    }
}
