package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.numbers.Carrier;
import io.github.kazoomock.server.numbers.Features;
import io.github.kazoomock.server.numbers.NumberDraft;
import io.github.kazoomock.server.numbers.NumberFault;
import io.github.kazoomock.server.numbers.NumberState;
import io.github.kazoomock.server.numbers.Offers;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.numbers.Requestor;
import io.github.kazoomock.server.numbers.Transitions;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import org.jspecify.annotations.Nullable;

/** What can be done with one number for one request; of a collection, with each in turn (admin sheet 1.5). */
final class NumberActions {
    private static final String STATE = "create_with_state";
    private static final String CARRIER = "carrier_name";

    private final Call call;
    private final Transaction transaction;
    private final NumberSettings settings;

    /** Something that can be done with a number. */
    interface Action {
        /**
         * Does it and saves the number.
         *
         * @param said the body, checked
         * @throws NumberFault when it cannot be done; nothing was changed then
         */
        PhoneNumber of(NumberActions actions, String number, JsonObject said);
    }

    NumberActions(Call call, Transaction transaction, NumberSettings settings) {
        this.call = call;
        this.transaction = transaction;
        this.settings = settings;
    }

    PhoneNumber create(String number, JsonObject said) {
        NumberState asked = NumberState.of(said.textOr(STATE, ""));
        NumberState state = asked == null ? NumberState.IN_SERVICE : asked;
        Carrier carrier = state == NumberState.PORT_IN ? settings.ported() : settings.byHand();
        PhoneNumber known = known(number);
        NumberDraft draft = known == null ? NumberDraft.unknown(number, null, carrier) : NumberDraft.of(known);
        return save(transitions().created(draft, state).withOpen(open(said)), said);
    }

    PhoneNumber replace(String number, JsonObject said) {
        return save(own(number).withOpen(open(said)), said);
    }

    PhoneNumber merge(String number, JsonObject said) {
        NumberDraft draft = own(number);
        return save(draft.withOpen(draft.open().merge(open(said))), said);
    }

    PhoneNumber activate(String number, JsonObject said) {
        NumberDraft draft = transitions().inService(there(number));
        return save(draft.withOpen(draft.open().merge(open(said))), said);
    }

    PhoneNumber reserve(String number, JsonObject said) {
        PhoneNumber known = known(number);
        boolean isNew = known == null
                && !isOffered(number)
                && requestor().creationStates().contains(NumberState.RESERVED);
        NumberDraft draft =
                transitions().reserved(isNew ? NumberDraft.unknown(number, null, settings.byHand()) : there(number));
        return save(draft.withOpen(draft.open().merge(open(said))), said);
    }

    PhoneNumber port(String number, JsonObject said) {
        PhoneNumber known = known(number);
        NumberDraft draft = transitions()
                .portIn(known == null ? NumberDraft.unknown(number, null, settings.ported()) : NumberDraft.of(known));
        return save(draft.withOpen(draft.open().merge(open(said))), said);
    }

    PhoneNumber delete(String number, JsonObject said) {
        PhoneNumber known = existing(number);
        boolean hard = call.options().isTrue("hard");
        NumberDraft draft = NumberDraft.of(known);
        return (hard ? transitions().deleted(draft) : transitions().released(draft, settings.releasing()))
                .save(transaction, call::signed);
    }

    /** Gives up all numbers of an account that is about to go. */
    static void releaseAll(Call call, Transaction transaction, SchemaRegistry schemas, Account account) {
        Transitions system = new Transitions(new Requestor(transaction.world(), account.id(), true, account.id()));
        NumberSettings settings = NumberSettings.of(schemas, transaction.world());
        for (Document document : account.shelf(PhoneNumber.TYPE).values()) {
            PhoneNumber number = new PhoneNumber(account.id(), document);
            if (number.owner() != null && !number.carrier().isLocal()) {
                NumberDraft draft = NumberDraft.of(number);
                boolean leaves = number.state() == NumberState.PORT_OUT;
                (leaves ? system.deleted(draft) : system.released(draft, settings.releasing()))
                        .save(transaction, call::signed);
            }
        }
    }

    /** A number that the caller may see; null when there is none. */
    @Nullable
    PhoneNumber seen(String number) {
        PhoneNumber known = PhoneNumber.find(transaction.world(), number);
        return known != null && requestor().isOver(known.owner()) ? known : null;
    }

    private NumberDraft own(String number) {
        PhoneNumber known = existing(number);
        requestor().checkIsOver(known.owner());
        return NumberDraft.of(known);
    }

    /** A number that is in the system, or that the carrier offers. */
    private NumberDraft there(String number) {
        PhoneNumber known = known(number);
        if (known != null) {
            return NumberDraft.of(known);
        }
        if (!isOffered(number)) {
            throw NumberFault.notFound(number);
        }
        return NumberDraft.unknown(number, NumberState.DISCOVERY, Carrier.BUILT_IN);
    }

    private boolean isOffered(String number) {
        return settings.hasBuiltIn() && Offers.has(number);
    }

    private PhoneNumber existing(String number) {
        PhoneNumber known = known(number);
        if (known == null) {
            throw NumberFault.notFound(number);
        }
        return known;
    }

    private @Nullable PhoneNumber known(String number) {
        if (!number.startsWith("+") || !PhoneNumber.isReconcilable(number)) {
            throw NumberFault.notReconcilable(number, call.does(Decision.FAILED_NUMBERS_ARE_OBJECTS) ? 400 : 404);
        }
        return PhoneNumber.find(transaction.world(), number);
    }

    private PhoneNumber save(NumberDraft draft, JsonObject said) {
        String carrier = said.text(CARRIER);
        NumberDraft next = carrier == null ? draft : draft.from(carrier, requestor());
        PhoneNumber before = draft.before();
        JsonObject earlier =
                before == null ? JsonObject.EMPTY : before.document().open();
        Features.check(
                earlier,
                next,
                settings.features(next.owner()),
                call.knownCaller().superduper());
        return next.save(transaction, call::signed);
    }

    /** The public keys of a body: what it says of the number itself. */
    private static JsonObject open(JsonObject said) {
        return said.filterKeys(key -> !key.equals(STATE)
                && !key.equals(CARRIER)
                && !key.equals(NumberCollections.NUMBERS)
                && !NumberView.COMPUTED.contains(key));
    }

    private Transitions transitions() {
        return new Transitions(requestor());
    }

    private Requestor requestor() {
        Caller caller = call.knownCaller();
        return new Requestor(transaction.world(), caller.accountId(), caller.superduper(), call.account());
    }
}
