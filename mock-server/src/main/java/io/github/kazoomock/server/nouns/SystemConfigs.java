package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.configs.ConfigSchemas;
import io.github.kazoomock.server.configs.Sections;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Handler;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Locations;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** Settings of the system, by category and section; for the superduper admin alone (configs sheet 9). */
final class SystemConfigs {
    private static final String NOUN = "system_configs";
    private static final String ONE = NOUN + "/{SYSTEM_CONFIG_ID}";

    private final SystemConfigStore store;

    private SystemConfigs(SystemConfigStore store) {
        this.store = store;
    }

    static Noun noun(SchemaRegistry schemas) {
        SystemConfigStore store = new SystemConfigStore(schemas);
        SystemConfigs configs = new SystemConfigs(store);
        SystemConfigSections sections = new SystemConfigSections(store);
        return Noun.of(
                NOUN,
                declare("list", Verb.GET, NOUN, Shape.LIST, SystemConfigs::list),
                declare("get", Verb.GET, ONE, Shape.OBJECT, configs::get, "with_defaults"),
                declare("create", Verb.PUT, ONE, Shape.DOCUMENT, configs::write),
                declare("update", Verb.POST, ONE, Shape.DOCUMENT, configs::write),
                declare("patch", Verb.PATCH, ONE, Shape.DOCUMENT, configs::write),
                declare("delete", Verb.DELETE, ONE, Shape.DOCUMENT, SystemConfigs::delete),
                declare("get_section", Verb.GET, ONE + "/{NODE}", Shape.OBJECT, sections::get, "with_defaults"),
                declare("update_section", Verb.POST, ONE + "/{NODE}", Shape.OBJECT, sections::write),
                declare("patch_section", Verb.PATCH, ONE + "/{NODE}", Shape.OBJECT, sections::write),
                declare("delete_section", Verb.DELETE, ONE + "/{NODE}", Shape.OBJECT, sections::delete));
    }

    private static Operation declare(
            String action, Verb verb, String path, Shape shape, Handler handler, String... query) {
        return Operation.of(NOUN + "." + action, verb, path)
                .access(Access.SUPERDUPER)
                .shape(shape)
                .query(query)
                .evidence(Evidence.sheet("configs 9"))
                .handler((call, transaction) -> call.accountId() == null
                        ? handler.handle(call, transaction)
                        : Problem.of(404, "bad_identifier", "bad identifier"));
    }

    private static Outcome list(Call call, Transaction transaction) {
        View view = View.system(transaction.world(), ConfigSchemas.SYSTEM_TYPE);
        return Listing.of(call, view).rows(View.Entry::key);
    }

    private Outcome get(Call call, Transaction transaction) {
        String id = call.argument(0);
        Sections sections = store.sections(transaction, id);
        boolean expanded = call.options().isTrue("with_defaults");
        return SystemConfigSections.reply(expanded ? sections.expanded() : sections.shown(), id);
    }

    private Outcome write(Call call, Transaction transaction) {
        String id = call.argument(0);
        Sections sections = store.sections(transaction, id);
        JsonObject sent = Bodies.document(call);
        JsonObject whole = call.verb() == Verb.PATCH ? sections.patched(sent) : sent;
        store.check(call, id, whole);
        Document before = SystemConfigStore.document(transaction, id);
        Document saved = SystemConfigStore.save(call, transaction, id, sections.replace(whole));
        Reply reply = Reply.document(saved).against(before);
        return call.verb() == Verb.PUT ? reply.withHeader("location", Locations.of(call, id)) : reply;
    }

    private static Outcome delete(Call call, Transaction transaction) {
        String id = call.argument(0);
        Document gone = SystemConfigStore.document(transaction, id);
        if (gone == null) {
            return Problems.badIdentifier(id);
        }
        transaction.removeSystem(ConfigSchemas.SYSTEM_TYPE, id);
        return Reply.document(gone).deleted();
    }
}
