package io.github.kazoomock.server.numbers;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number as it is about to be saved.
 *
 * @param before as it was; null for one that the system did not know
 * @param state null for one that nobody knew, not even a carrier
 * @param owner the account it is assigned to; null for none
 * @param open its public keys
 */
public record NumberDraft(
        String number,
        @Nullable PhoneNumber before,
        @Nullable NumberState state,
        @Nullable String owner,
        JsonObject open,
        JsonObject hidden) {
    private static final String PREVIOUSLY = "pvt_previously_assigned_to";

    /** A number that the system knows. */
    public static NumberDraft of(PhoneNumber known) {
        return new NumberDraft(
                known.number(),
                known,
                known.state(),
                known.owner(),
                known.document().open(),
                known.document().hidden());
    }

    /** A number that nobody has yet, or that a carrier offers. */
    public static NumberDraft unknown(String number, @Nullable NumberState state, Carrier carrier) {
        return new NumberDraft(number, null, state, null, JsonObject.EMPTY, JsonObject.EMPTY).from(carrier);
    }

    public NumberDraft withOpen(JsonObject other) {
        return new NumberDraft(number, before, state, owner, other, hidden);
    }

    private NumberDraft withHidden(JsonObject other) {
        return new NumberDraft(number, before, state, owner, open, other);
    }

    /**
     * The same from another carrier.
     *
     * @throws NumberFault for a carrier that nobody knows, and for everybody but the superduper admin
     */
    public NumberDraft from(String carrier, Requestor requestor) {
        if (!requestor.superduper()) {
            throw NumberFault.forbidden(null);
        }
        return from(Carrier.named(carrier)
                .orElseThrow(() -> NumberFault.invalid("'" + carrier + "' is not known by the system")));
    }

    private NumberDraft from(Carrier carrier) {
        return withHidden(hidden.with(Json.of(carrier.module()), PhoneNumber.CARRIER));
    }

    public Carrier carrier() {
        return PhoneNumber.carrier(hidden);
    }

    /** Another state and account; what the last account used it for is over when it moves. */
    NumberDraft as(NumberState next, @Nullable String account) {
        JsonObject private_ = hidden;
        if (owner != null && !owner.equals(account)) {
            private_ = private_.with(Json.of(owner), PREVIOUSLY).without(PhoneNumber.USED_BY);
        }
        return new NumberDraft(number, before, next, account, open, private_);
    }

    /** The accounts that reserved it, the last one first. */
    List<String> reservedBy() {
        return hidden.array(PhoneNumber.RESERVED_BY).texts();
    }

    NumberDraft reservedBy(List<String> accounts) {
        return withHidden(
                accounts.isEmpty()
                        ? hidden.without(PhoneNumber.RESERVED_BY)
                        : hidden.with(Json.texts(accounts), PhoneNumber.RESERVED_BY));
    }

    /** One more account that reserved it. */
    NumberDraft alsoReservedBy(String account) {
        List<String> accounts = new ArrayList<>(reservedBy());
        accounts.remove(account);
        accounts.add(0, account);
        return reservedBy(accounts);
    }

    /** A number without anything that an account said of it. */
    NumberDraft bare() {
        return new NumberDraft(number, before, state, owner, JsonObject.EMPTY, hidden.without(PhoneNumber.USED_BY));
    }

    /**
     * Puts the number where it belongs: on the shelf of its account, of the master when it has none, nowhere when it is
     * deleted.
     *
     * @param signed adds who saves it
     */
    public PhoneNumber save(Transaction transaction, UnaryOperator<JsonObject> signed) {
        NumberState next = state == null ? NumberState.IN_SERVICE : state;
        JsonObject said = hidden.with(Json.of(next.spelt()), PhoneNumber.STATE);
        said = signed.apply(
                owner == null
                        ? said.without(PhoneNumber.ASSIGNED_TO)
                        : said.with(Json.of(owner), PhoneNumber.ASSIGNED_TO));
        Document saved = before == null
                ? Document.create(number, PhoneNumber.TYPE, open, said, transaction.now())
                : before.document().next(open, said, transaction.now());
        String keeper = owner == null ? master(transaction) : owner;
        if (before != null && (next == NumberState.DELETED || !before.keeper().equals(keeper))) {
            transaction.destroy(before.keeper(), PhoneNumber.TYPE, number);
        }
        if (next != NumberState.DELETED) {
            transaction.put(keeper, saved);
        }
        return new PhoneNumber(keeper, saved);
    }

    private static String master(Transaction transaction) {
        String master = transaction.world().master();
        if (master == null) {
            throw new IllegalStateException("a world without a master account");
        }
        return master;
    }
}
