package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.configs.Sections;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** Single sections of the system's configs; their ids are {@code CATEGORY/SECTION} (configs sheet 9). */
record SystemConfigSections(SystemConfigStore store) {

    Outcome get(Call call, Transaction transaction) {
        String name = call.argument(1);
        Sections sections = store.sections(transaction, call.argument(0));
        boolean expanded = call.options().isTrue("with_defaults");
        return reply(expanded ? sections.expanded(name) : sections.section(name), id(call));
    }

    Outcome write(Call call, Transaction transaction) {
        String name = call.argument(1);
        Sections sections = store.sections(transaction, call.argument(0));
        JsonObject sent = Bodies.document(call);
        JsonObject whole = call.verb() == Verb.PATCH ? sections.expanded(name).merge(sent) : sent;
        store.checkSection(call, call.argument(0), whole);
        return saved(call, transaction, sections.with(name, whole));
    }

    Outcome delete(Call call, Transaction transaction) {
        String name = call.argument(1);
        if (SystemConfigStore.document(transaction, call.argument(0)) == null) {
            return Problems.badIdentifier(call.argument(0));
        }
        Sections sections = store.sections(transaction, call.argument(0));
        return sections.section(name).isEmpty()
                ? Problems.badIdentifierList(name)
                : saved(call, transaction, sections.without(name));
    }

    private static Reply saved(Call call, Transaction transaction, Sections sections) {
        Document before = SystemConfigStore.document(transaction, call.argument(0));
        Document saved = SystemConfigStore.save(call, transaction, call.argument(0), sections);
        return reply(sections.section(call.argument(1)), id(call))
                .withRevision(saved.revision())
                .against(before);
    }

    private static String id(Call call) {
        return call.argument(0) + "/" + call.argument(1);
    }

    /** Settings as they were asked for, which no document is, so they have no revision. */
    static Reply reply(JsonObject settings, String id) {
        JsonObject named = JsonObject.of("id", Json.of(id));
        return Reply.value(settings.plus(named))
                .withRevision(null)
                .comparing(null)
                .withMetadata(named);
    }
}
