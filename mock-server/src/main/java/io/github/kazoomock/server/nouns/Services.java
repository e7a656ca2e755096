package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.services.ServiceRecord;
import java.util.ArrayList;
import java.util.List;

/** What an account is billed for (services sheet, delta sheet 4.2). */
final class Services {
    private static final String NOUN = "services";

    private Services() {}

    static Noun noun(SchemaRegistry schemas) {
        List<Operation> operations = new ArrayList<>();
        operations.addAll(plans());
        operations.addAll(parts());
        operations.addAll(views(schemas));
        operations.addAll(audit());
        operations.addAll(summaries());
        return new Noun(NOUN, NOUN, ServiceRecord.TYPE, null, List.of(), operations);
    }

    private static List<Operation> plans() {
        return List.of(
                of("get", Verb.GET, "", "Get Account Service").handler(ServicesPlans::show),
                of("update", Verb.POST, "", "Update the Account Billing ID").handler(ServicesPlans::change),
                of("assign", Verb.POST, "/{PLAN_ID}", "Change").handler(ServicesPlans::assign),
                of("unassign", Verb.DELETE, "/{PLAN_ID}", "Remove").handler(ServicesPlans::unassign),
                status("status", Verb.GET).handler(ServicesStatus::show),
                status("change_status", Verb.POST).handler(ServicesStatus::change));
    }

    private static Operation.Builder status(String action, Verb verb) {
        return of(action, verb, "/status", "Get Account Service Status")
                .when(Decision.SERVICES_STATUS_IS_SERVED)
                .legacy();
    }

    private static List<Operation> parts() {
        List<Operation> operations = new ArrayList<>();
        operations.add(of("overrides", Verb.GET, "/overrides", "Fetch").handler(ServicesPlans::overrides));
        operations.add(of("manual", Verb.GET, "/manual", "Fetch").handler(ServicesPlans::manual));
        for (Verb verb : List.of(Verb.POST, Verb.PATCH)) {
            String action = verb == Verb.POST ? "update_" : "patch_";
            String section = verb == Verb.POST ? "Change" : "Patch";
            operations.add(
                    of(action + "overrides", verb, "/overrides", section).handler(ServicesPlans::changeOverrides));
            operations.add(of(action + "manual", verb, "/manual", section).handler(ServicesPlans::changeManual));
        }
        return operations;
    }

    private static List<Operation> views(SchemaRegistry schemas) {
        return List.of(
                of("summary", Verb.GET, "/summary", "Fetch").handler(ServicesSummary::summary),
                of("available", Verb.GET, "/available", "Fetch")
                        .shape(Shape.LIST)
                        .query("details")
                        .handler(ServicesSummary::available),
                of("editable", Verb.GET, "/editable", "Fetch")
                        .access(Access.ANY_TOKEN)
                        .at("/accounts/{ACCOUNT_ID}/services/editable")
                        .at("/services/editable")
                        .handler((call, transaction) -> ServicesSummary.editable(schemas, call, transaction)),
                of("quote", Verb.POST, "/quote", "Change")
                        .at("/accounts/{ACCOUNT_ID}/services/quote")
                        .at("/services/quote")
                        .handler(ServicesSummary::quote),
                of("reconcile", Verb.POST, "/reconciliation", "Change")
                        .shape(Shape.NOTHING)
                        .handler(ServicesRuns::reconcile),
                of("synchronize", Verb.POST, "/synchronization", "Change")
                        .shape(Shape.NOTHING)
                        .handler(ServicesRuns::synchronize),
                of("topup", Verb.POST, "/topup", "Change").handler(ServicesRuns::topup));
    }

    private static List<Operation> audit() {
        return List.of(
                of("audit", Verb.GET, "/audit", "Fetch Service Audit Logs")
                        .shape(Shape.LIST)
                        .handler(ServicesAudit::list),
                of("audit_log", Verb.GET, "/audit/{AUDIT_ID}", "Fetch").handler(ServicesAudit::get));
    }

    private static List<Operation> summaries() {
        String all = "Get service changes summary per day";
        String one = "Get changes summary per day for a single service category";
        return List.of(
                of("audit_by_year", Verb.GET, "/audit/summary", all)
                        .shape(Shape.LIST)
                        .handler(ServicesAudit::byYear),
                of("audit_of_one", Verb.GET, "/audit/summary/{SOURCE_SERVICE}", one)
                        .shape(Shape.LIST)
                        .handler(ServicesAudit::ofOne),
                of("audit_by_item", Verb.GET, "/audit_summary", all)
                        .when(Decision.AUDIT_SUMMARY_HAS_TWO_SHAPES)
                        .legacy()
                        .query("ascending", "created_from", "created_to")
                        .handler(ServicesAudit::byItem),
                of("audit_of_one_by_older_path", Verb.GET, "/audit_summary/{SOURCE_SERVICE}", one)
                        .when(Decision.AUDIT_SUMMARY_HAS_TWO_PATHS)
                        .legacy()
                        .shape(Shape.LIST)
                        .handler(ServicesAudit::ofOne));
    }

    private static Operation.Builder of(String action, Verb verb, String path, String section) {
        return Operation.of(NOUN + "." + action, verb, NOUN + path)
                .evidence(Evidence.seed("services: " + section), Evidence.sheet("services 1"));
    }
}
