package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.services.EditableItems;
import io.github.kazoomock.server.services.Plans;
import io.github.kazoomock.server.services.ServiceRecord;
import io.github.kazoomock.server.services.Summary;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.stream.Stream;

/** What an account pays for, would pay for and could buy (services sheet 1, 5 and 6.4). */
final class ServicesSummary {
    /** The schema of one item of a plan. */
    private static final String ITEM = "service_plan.item";

    private static final Row PLAN = Row.of("name", "description", "category");

    private ServicesSummary() {}

    static Outcome summary(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        Summary summary = summary(call, transaction, account, ServiceRecord.of(account));
        if (call.wantsCsv() && !summary.items().isEmpty()) {
            return Reply.rows(summary.items(), null);
        }
        return Reply.value(summary.json());
    }

    /** Of the plans that are listed, and of no others; nothing is saved. */
    static Outcome quote(Call call, Transaction transaction) {
        Account account = asked(call, transaction);
        JsonObject body = Bodies.object(call);
        JsonArray plans = body.has("add") ? body.array("add") : body.array("plans");
        ServiceRecord services = ServiceRecord.of(account).withPlans(JsonObject.EMPTY);
        services = ServicesPlans.assignments(call, transaction, account)
                .change(services, plans, body.array("delete"))
                .withOverrides(body.object("overrides"));
        return Reply.value(summary(call, transaction, account, services).quote());
    }

    private static Summary summary(Call call, Transaction transaction, Account account, ServiceRecord services) {
        boolean enforced = ChargesToAccept.enforced(transaction);
        return new Summary(transaction.world(), account, services, call.now(), enforced);
    }

    /** The plans that the account's reseller offers. */
    static Outcome available(Call call, Transaction transaction) {
        Account account = transaction.existing(call.account());
        Listing plans = Listing.of(call, View.byId(transaction.world(), Sellers.of(transaction, account), Plans.TYPE));
        return call.options().isTrue("details")
                ? plans.rows(entry -> entry.document().visible())
                : plans.rows(PLAN);
    }

    static Outcome editable(SchemaRegistry schemas, Call call, Transaction transaction) {
        Account account = asked(call, transaction);
        Resellers resellers = new Resellers(transaction.world());
        Account seller = resellers.isReseller(account) ? account : transaction.existing(resellers.of(account));
        List<String> apps = seller.shelf("app").values().stream()
                .flatMap(app -> Stream.ofNullable(app.open().text("name")))
                .sorted()
                .toList();
        JsonObject schema = schemas.schema(ITEM);
        JsonObject properties = schema == null ? JsonObject.EMPTY : schema.object("properties");
        return Reply.value(EditableItems.of(properties, apps));
    }

    /** The account in the path, the master where there is none. */
    private static Account asked(Call call, Transaction transaction) {
        String id = call.accountId() == null ? transaction.world().master() : call.accountId();
        Account account = id == null ? null : transaction.account(id);
        if (account == null) {
            throw Problems.datastoreFault().refusal();
        }
        return account;
    }
}
