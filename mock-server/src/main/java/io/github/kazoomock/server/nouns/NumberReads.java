package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.AccountStanding;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.numbers.Carrier;
import io.github.kazoomock.server.numbers.Cities;
import io.github.kazoomock.server.numbers.Classifiers;
import io.github.kazoomock.server.numbers.NumberState;
import io.github.kazoomock.server.numbers.Offers;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.numbers.Requestor;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;

/** What can be asked about numbers, whoever has them (admin sheet 1.8 and 1.9, decision R11). */
final class NumberReads {
    private static final String NOUN = "phone_numbers";

    private final SchemaRegistry schemas;

    NumberReads(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    List<Operation> operations() {
        return List.of(
                PhoneNumbers.of("identify", Verb.GET, NOUN + "/{PHONE_NUMBER}/identify")
                        .handler(this::identify),
                PhoneNumbers.of("classifiers", Verb.GET, NOUN + "/classifiers")
                        .handler((call, transaction) ->
                                Reply.value(settings(transaction).classifiers())),
                PhoneNumbers.of("classify", Verb.GET, NOUN + "/classifiers/{PHONE_NUMBER}")
                        .handler(this::classify),
                PhoneNumbers.of("carriers_info", Verb.GET, NOUN + "/carriers_info")
                        .query("reseller_id")
                        .handler(this::carriers),
                PhoneNumbers.of("check", Verb.POST, NOUN + "/check").handler(this::check),
                PhoneNumbers.of("locality", Verb.POST, NOUN + "/locality").handler(NumberReads::locality),
                PhoneNumbers.of("prefix", Verb.GET, NOUN + "/prefix")
                        .evidence(Evidence.seed("js-sdk: numbers.searchCity"))
                        .query("city")
                        .handler(NumberReads::city),
                PhoneNumbers.of("fix", Verb.POST, NOUN + "/fix")
                        .listed()
                        .handler((call, transaction) -> NumberList.list(call, transaction, settings(transaction))),
                PhoneNumbers.of("fix_one", Verb.POST, NOUN + "/fix/{PHONE_NUMBER}")
                        .handler((call, transaction) -> Reply.value(JsonObject.EMPTY)));
    }

    private NumberSettings settings(Transaction transaction) {
        return NumberSettings.of(schemas, transaction.world());
    }

    /** Looks beyond the account in the path. */
    private Outcome identify(Call call, Transaction transaction) {
        String number = PhoneNumbers.normalized(call.argument(0));
        PhoneNumber known = PhoneNumber.find(transaction.world(), number);
        if (known == null) {
            return new NumberView(call, settings(transaction)).unknown(number);
        }
        String owner = known.owner();
        Account account = owner == null ? null : transaction.account(owner);
        if (owner == null || account == null) {
            return new Problem(400, "client error", Json.of("unassigned"));
        }
        JsonObject whose = JsonObject.of("account_id", Json.of(owner), "number", Json.of(number));
        return AccountStanding.enabled(account)
                ? Reply.value(whose)
                : new Problem(
                        400,
                        "client error",
                        JsonObject.of("cause", Json.of("account_disabled")).plus(whose));
    }

    private Outcome classify(Call call, Transaction transaction) {
        String given = call.argument(1);
        String number = PhoneNumbers.normalized(given);
        JsonObject byName = settings(transaction).classifiers();
        String name = Classifiers.of(byName).classOf(number);
        JsonObject both = JsonObject.of("number", Json.of(given), "e164", Json.of(number));
        return Reply.value(
                name == null
                        ? both
                        : byName.object(name).with(Json.of(name), "name").plus(both));
    }

    private Outcome carriers(Call call, Transaction transaction) {
        NumberSearch.account(call, transaction, settings(transaction));
        Requestor requestor = new Requestor(
                transaction.world(),
                call.knownCaller().accountId(),
                call.knownCaller().superduper(),
                call.account());
        List<String> states =
                requestor.creationStates().stream().map(NumberState::spelt).toList();
        return Reply.value(JsonObject.builder()
                .put("maximal_prefix_length", 10)
                .put("usable_carriers", Json.texts(Carrier.NAMES))
                .put("usable_creation_states", Json.texts(states))
                .build());
    }

    /** The carrier inside the mock knows what it sells; of all else no carrier knows anything. */
    private Outcome check(Call call, Transaction transaction) {
        boolean sells = settings(transaction).hasBuiltIn();
        JsonObject.Builder statuses = JsonObject.builder();
        for (String number : NumberCollections.numbers(call, Bodies.object(call))) {
            boolean free = sells && Offers.has(number) && PhoneNumber.find(transaction.world(), number) == null;
            statuses.put(number, free ? "success" : "error");
        }
        return Reply.value(statuses.build());
    }

    /** Nobody told the server where to look. */
    private static Outcome locality(Call call, Transaction transaction) {
        NumberCollections.numbers(call, Bodies.object(call));
        return new Problem(500, "could not get locality url", JsonObject.EMPTY);
    }

    private static Outcome city(Call call, Transaction transaction) {
        String city = call.query().first("city");
        JsonObject found = city == null ? JsonObject.EMPTY : Cities.startingWith(city);
        return found.isEmpty()
                ? Problem.of(404, Problems.badIdentifier("").message(), "bad identifier")
                : Reply.value(found);
    }
}
