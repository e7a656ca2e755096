package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many calls an account may have up (services sheet 9.3, decision S11). */
final class Limits {
    private static final String NOUN = "limits";

    /** Private settings that replies show and requests cannot set. */
    private static final Set<String> POSTPAY = Set.of("allow_postpay", "max_postpay_amount");

    private final SchemaRegistry schemas;

    private Limits(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    static Noun noun(SchemaRegistry schemas) {
        Limits limits = new Limits(schemas);
        Evidence[] evidence = {Evidence.seed("js-sdk: limits"), Evidence.sheet("services 9.3")};
        Operation get = Operation.of("limits.get", Verb.GET, NOUN)
                .shape(Shape.DOCUMENT)
                .evidence(evidence)
                .handler(limits::get);
        Operation update = Operation.of("limits.update", Verb.POST, NOUN)
                .schema(NOUN)
                .shape(Shape.DOCUMENT)
                .evidence(evidence)
                .handler(limits::update);
        return new Noun(NOUN, NOUN, NOUN, NOUN, List.of(), List.of(get, update));
    }

    /** An account without limits shows the defaults; asking saves none. */
    private Outcome get(Call call, Transaction transaction) {
        Document stored = stored(transaction.existing(call.account()));
        if (stored == null) {
            return Reply.value(visible(schemas.withDefaults(NOUN, JsonObject.EMPTY)));
        }
        JsonObject postpay = postpay(stored);
        Reply reply = reply(stored);
        return call.does(Decision.LIMITS_MAY_BE_MINUS_ONE)
                ? reply.withMetadata(postpay)
                : reply.withData(new Data.Value(visible(stored.open().plus(postpay))));
    }

    private Outcome update(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        boolean direct =
                Sellers.of(transaction, account).equals(transaction.world().master());
        if (!direct && !Sellers.sells(call, transaction, account)) {
            return Problems.forbidden();
        }
        JsonObject sent = Bodies.document(call).filterKeys(key -> !POSTPAY.contains(key));
        JsonObject open = checked(call, sent);
        Document before = stored(account);
        Document next = before == null
                ? Document.create(
                        Hash.md5(account.id() + "/" + NOUN), NOUN, open, call.signed(JsonObject.EMPTY), call.now())
                : before.next(open, call.signed(before.hidden()), call.now());
        transaction.put(account.id(), next);
        return reply(next).against(before);
    }

    private JsonObject checked(Call call, JsonObject sent) {
        Validation validation = schemas.validate(NOUN, sent);
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
        faults.add(validation.violations());
        if (!call.does(Decision.LIMITS_MAY_BE_MINUS_ONE)) {
            sent.forEach((key, value) -> {
                if (value instanceof JsonNumber number && number.value().longValue() == -1) {
                    faults.add(key, "minimum", Minimum.missed(0, value));
                }
            });
        }
        faults.refuse();
        return validation.document();
    }

    private static @Nullable Document stored(Account account) {
        var documents = account.shelf(NOUN).values().iterator();
        return documents.hasNext() ? documents.next() : null;
    }

    private static JsonObject postpay(Document stored) {
        Json amount = stored.hidden().get("pvt_max_postpay_amount");
        return JsonObject.of(
                "allow_postpay",
                Json.of(stored.hidden().isTrue("pvt_allow_postpay")),
                "max_postpay_amount",
                amount == null ? Json.of(0) : amount);
    }

    private static Reply reply(Document stored) {
        return Reply.document(stored)
                .withData(new Data.Value(visible(stored.open())))
                .withMetadata(JsonObject.of("id", Json.of(NOUN)));
    }

    /** The document is called the same in every account. */
    private static JsonObject visible(JsonObject open) {
        return open.with(Json.of(NOUN), "id");
    }
}
