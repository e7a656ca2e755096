package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.services.ServiceRecord;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Transaction;

/** Whether an account is in good standing, which the superduper admin says (services sheet 9.1, decision S3). */
final class ServicesStatus {
    private static final String STANDING = "in_good_standing";

    private ServicesStatus() {}

    static Outcome show(Call call, Transaction transaction) {
        return reply(ServiceRecord.of(transaction.existing(call.account())));
    }

    static Outcome change(Call call, Transaction transaction) {
        if (!call.knownCaller().superduper()) {
            return Problems.forbidden();
        }
        Account account = transaction.existing(call.account());
        JsonObject sent = Bodies.object(call);
        if (!(sent.get(STANDING) instanceof JsonLiteral said) || said == JsonLiteral.NULL) {
            JsonObject missing = JsonObject.of("message", Json.of("Field is required but missing"));
            return Problems.validation(JsonObject.EMPTY.with(missing, STANDING, "required"));
        }
        ServiceRecord services = ServiceRecord.of(account).with(said, STANDING);
        for (String key : new String[] {"reason", "reason_code"}) {
            Json why = sent.get(key);
            services = why == null ? services.without(key) : services.with(why, key);
        }
        services.save(account.id(), transaction);
        return reply(services);
    }

    private static Reply reply(ServiceRecord services) {
        if (services.open().get(STANDING) != JsonLiteral.FALSE) {
            return Reply.value(JsonObject.of(STANDING, Json.of(true)));
        }
        return Reply.value(JsonObject.of(STANDING, Json.of(false))
                .plus(services.open().filterKeys(key -> key.equals("reason") || key.equals("reason_code"))));
    }
}
