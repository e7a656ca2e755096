package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Handler;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.services.OlderServices;
import io.github.kazoomock.server.services.Plans;
import io.github.kazoomock.server.services.ServiceRecord;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Service plans as older clients ask for them (services sheet 9.2, decision S14). */
final class ServicePlans {
    private static final String NOUN = "service_plans";
    private static final Row ROW = Row.of("name", "description", "category");

    private ServicePlans() {}

    static Noun noun(SchemaRegistry schemas) {
        List<Operation> operations = new ArrayList<>();
        operations.add(of("list", Verb.GET, "").shape(Shape.LIST).handler(ServicePlans::list));
        operations.add(of("update", Verb.POST, "").handler(ServicePlans::change));
        operations.add(of("get", Verb.GET, "/{PLAN_ID}").shape(Shape.DOCUMENT).handler(ServicePlans::get));
        operations.add(of("add", Verb.POST, "/{PLAN_ID}").handler(ServicePlans::assign));
        operations.add(of("remove", Verb.DELETE, "/{PLAN_ID}").handler(ServicePlans::unassign));
        operations.add(of("current", Verb.GET, "/current").handler(ServicePlans::current));
        operations.add(of("available", Verb.GET, "/available")
                .shape(Shape.LIST)
                .query("details")
                .handler(ServicesSummary::available));
        operations.add(of("available_one", Verb.GET, "/available/{PLAN_ID}")
                .shape(Shape.DOCUMENT)
                .handler(ServicePlans::available));
        operations.add(of("override", Verb.POST, "/override").handler(ServicePlans::override));
        operations.add(of("editable", Verb.GET, "/editable")
                .access(io.github.kazoomock.server.crossbar.Access.ANY_TOKEN)
                .at("/accounts/{ACCOUNT_ID}/service_plans/editable")
                .at("/service_plans/editable")
                .handler((call, transaction) -> ServicesSummary.editable(schemas, call, transaction)));
        operations.add(run("reconcile", "/reconciliation", ServicesRuns::reconcile));
        operations.add(run("synchronize", "/synchronization", ServicesRuns::synchronize));
        return new Noun(NOUN, NOUN, Plans.TYPE, null, List.of(), operations);
    }

    private static Operation run(String action, String path, Handler handler) {
        return of(action, Verb.POST, path).shape(Shape.NOTHING).handler(handler);
    }

    private static Operation.Builder of(String action, Verb verb, String path) {
        return Operation.of(NOUN + "." + action, verb, NOUN + path)
                .when(Decision.SERVICE_PLANS_ARE_SERVED)
                .legacy()
                .evidence(Evidence.seed("js-sdk: servicePlan"), Evidence.sheet("services 9.2"));
    }

    /** Those that the account itself keeps, to sell them. */
    private static Outcome list(Call call, Transaction transaction) {
        return Listing.of(call, View.byId(transaction.world(), call.account(), Plans.TYPE))
                .rows(ROW);
    }

    private static Outcome get(Call call, Transaction transaction) {
        return plan(transaction, call.account(), call.argument(0));
    }

    private static Outcome available(Call call, Transaction transaction) {
        String reseller = Sellers.of(transaction, transaction.existing(call.account()));
        return plan(transaction, reseller, call.argument(1));
    }

    private static Outcome plan(Transaction transaction, String seller, String id) {
        Document plan = Plans.plan(transaction.world(), seller, id);
        return plan == null ? Problems.badIdentifier(id) : Reply.document(plan);
    }

    private static Outcome change(Call call, Transaction transaction) {
        Account account = Sellers.customer(call, transaction);
        JsonObject body = Bodies.object(call);
        ServiceRecord services = ServicesPlans.assignments(call, transaction, account)
                .change(ServiceRecord.of(account), body.array("add"), body.array("delete"));
        return saved(transaction, account, services);
    }

    private static Outcome assign(Call call, Transaction transaction) {
        Account account = Sellers.customer(call, transaction);
        ServiceRecord services = ServicesPlans.assignments(call, transaction, account)
                .with(ServiceRecord.of(account), call.argument(0), JsonObject.EMPTY);
        return saved(transaction, account, services);
    }

    private static Outcome unassign(Call call, Transaction transaction) {
        Account account = Sellers.customer(call, transaction);
        ServiceRecord services = ServicesPlans.assignments(call, transaction, account)
                .without(ServiceRecord.of(account), call.argument(0));
        return saved(transaction, account, services);
    }

    /** All that is assigned as one plan. */
    private static Reply saved(Transaction transaction, Account account, ServiceRecord services) {
        services.save(account.id(), transaction);
        return Reply.value(Plans.of(transaction.world(), account, services).merged());
    }

    private static Outcome current(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        return Reply.value(OlderServices.json(transaction.world(), account, ServiceRecord.of(account)));
    }

    /** Every assigned plan gets the overrides that are sent for it, or none. */
    private static Outcome override(Call call, Transaction transaction) {
        if (!call.knownCaller().superduper()) {
            return Problems.forbidden();
        }
        Account account = transaction.existing(call.account());
        ServiceRecord services = ServiceRecord.of(account);
        JsonObject sent = Bodies.object(call).object("overrides");
        JsonObject plans = services.plans();
        for (String id : plans.keys()) {
            Json overrides = sent.object(id);
            plans = plans.with(overrides, id, "overrides");
        }
        services.withPlans(plans).save(account.id(), transaction);
        return Reply.value(plans);
    }
}
