package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.services.ServiceRecord;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Transaction;
import org.jspecify.annotations.Nullable;

/** Plans of an account, what overrides them, quantities by hand, and who pays (services sheet 1 and 9.1). */
final class ServicesPlans {
    private static final String BILLING_ID = "billing_id";

    private ServicesPlans() {}

    static Outcome show(Call call, Transaction transaction) {
        return plans(call, transaction.existing(call.account()));
    }

    /** A change of plans, or in older clients of who pays (decision S2). */
    static Outcome change(Call call, Transaction transaction) {
        JsonObject body = Bodies.object(call);
        boolean plans = body.has("add") || body.has("delete") || body.has("overrides");
        if (body.has(BILLING_ID) && !plans && call.does(Decision.BILLING_ID_CAN_BE_CHANGED)) {
            return billTo(call, transaction, body.get(BILLING_ID));
        }
        Account account = Sellers.customer(call, transaction);
        ServiceRecord services = assignments(call, transaction, account)
                .change(ServiceRecord.of(account), body.array("add"), body.array("delete"));
        if (body.has("overrides")) {
            JsonObject sent = body.object("overrides");
            services =
                    services.withOverrides(merges(call) ? services.overrides().merge(sent) : sent);
        }
        return saved(call, transaction, account, services);
    }

    /** An account pays for itself, or its parent does. */
    private static Outcome billTo(Call call, Transaction transaction, @Nullable Json wanted) {
        Account account = transaction.existing(call.account());
        String payer = wanted == null ? null : wanted.text();
        if (payer == null || !(payer.equals(account.id()) || payer.equals(account.parent()))) {
            JsonObject why =
                    JsonObject.of("invalid", Json.of("Requested billing id is not the parent of this account"));
            return new Problem(400, "invalid_billing_id", JsonObject.of(BILLING_ID, why));
        }
        return saved(call, transaction, account, ServiceRecord.of(account).with(Json.of(payer), BILLING_ID));
    }

    static Outcome assign(Call call, Transaction transaction) {
        Account account = Sellers.customer(call, transaction);
        ServiceRecord services = assignments(call, transaction, account)
                .with(ServiceRecord.of(account), call.argument(0), Bodies.object(call));
        return saved(call, transaction, account, services);
    }

    static Outcome unassign(Call call, Transaction transaction) {
        Account account = Sellers.customer(call, transaction);
        ServiceRecord services =
                assignments(call, transaction, account).without(ServiceRecord.of(account), call.argument(0));
        return saved(call, transaction, account, services);
    }

    static Outcome overrides(Call call, Transaction transaction) {
        return Reply.value(
                ServiceRecord.of(transaction.existing(call.account())).overrides());
    }

    static Outcome changeOverrides(Call call, Transaction transaction) {
        Account account = Sellers.customer(call, transaction);
        ServiceRecord services = ServiceRecord.of(account);
        JsonObject sent = Bodies.document(call);
        services = services.withOverrides(merges(call) ? services.overrides().merge(sent) : sent);
        services.save(account.id(), transaction);
        return Reply.value(services.overrides());
    }

    static Outcome manual(Call call, Transaction transaction) {
        return Reply.value(ServiceRecord.of(Sellers.customer(call, transaction)).manual());
    }

    /** Nothing sent is nothing changed: quantities are taken back by setting them to 0 (decision S9). */
    static Outcome changeManual(Call call, Transaction transaction) {
        Account account = Sellers.customer(call, transaction);
        ServiceRecord services = ServiceRecord.of(account);
        JsonObject sent = Bodies.document(call);
        if (!sent.isEmpty()) {
            services = services.withManual(merges(call) ? services.manual().merge(sent) : sent);
            services.save(account.id(), transaction);
        }
        return Reply.value(services.manual());
    }

    private static boolean merges(Call call) {
        return call.verb() == Verb.PATCH || call.envelope().root().isTrue("merge");
    }

    static Assignments assignments(Call call, Transaction transaction, Account account) {
        return new Assignments(transaction.world(), Sellers.of(transaction, account), merges(call));
    }

    private static Reply saved(Call call, Transaction transaction, Account account, ServiceRecord services) {
        services.save(account.id(), transaction);
        return plans(call, transaction.existing(account.id()));
    }

    /** The assigned plans; beside them who pays, where that can be said (decision S1). */
    private static Reply plans(Call call, Account account) {
        ServiceRecord services = ServiceRecord.of(account);
        if (!call.does(Decision.SERVICES_SHOW_BILLING_ID)) {
            return Reply.value(services.plans());
        }
        Json said = services.open().get(BILLING_ID);
        JsonObject shown = said == null ? services.plans() : services.plans().with(said, BILLING_ID);
        Json payer = said == null ? Json.of(account.id()) : said;
        return Reply.value(shown).withMetadata(JsonObject.of(BILLING_ID, payer));
    }
}
