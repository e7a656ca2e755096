package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The life of documents (core sheet 10).
 *
 * @param kind where they are
 * @param schema null when any document is good
 * @param lookupFirst tells of a write whether an unknown id is a 404 before the body is checked
 * @param destroyed tells what leaves no trace when it is deleted
 * @param ownIds an id in the body never counts
 */
record Documents(
        Database.Kind kind,
        @Nullable String schema,
        SchemaRegistry schemas,
        Checks checks,
        Predicate<Call> lookupFirst,
        BiPredicate<Call, Document> destroyed,
        boolean escapesDots,
        boolean ownIds) {

    Outcome get(Call call, Transaction transaction) {
        return Reply.document(existing(call, transaction));
    }

    Outcome create(Call call, Transaction transaction) {
        JsonObject sent = Bodies.document(call);
        Draft draft = checked(call, transaction, newId(call, transaction), null, sent);
        Database database = kind.of(call, transaction);
        Document created = Document.create(
                draft.id(),
                database.type(),
                draft.open(),
                call.signed(draft.hidden()),
                draft.attachments(),
                transaction.now());
        transaction.put(database.account(), created);
        return Reply.document(created).against(null).withHeader("location", Locations.of(call, created.id()));
    }

    Outcome change(Call call, Transaction transaction) {
        String id = call.argument(0);
        Database database = kind.of(call, transaction);
        Document before = database.get(transaction, id);
        if (before == null && lookupFirst.test(call)) {
            return Problems.badIdentifier(id);
        }
        JsonObject sent = Bodies.document(call);
        Draft draft = checked(call, transaction, id, before, sent);
        if (before == null) {
            return Problems.badIdentifier(id); // only now: a bad body comes first
        }
        Document next = before.next(draft.open(), call.signed(draft.hidden()), draft.attachments(), transaction.now());
        transaction.put(database.account(), next);
        return Reply.document(next).against(before);
    }

    Outcome delete(Call call, Transaction transaction) {
        Document document = existing(call, transaction);
        Database database = kind.of(call, transaction);
        if (call.options().isFalse("should_soft_delete") || destroyed.test(call, document)) {
            transaction.destroy(database.account(), database.type(), document.id());
        } else {
            transaction.remove(database.account(), database.type(), document.id());
        }
        return Reply.document(document).deleted();
    }

    private Draft checked(Call call, Transaction transaction, String id, @Nullable Document before, JsonObject sent) {
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), escapesDots);
        Draft draft = Draft.of(call, transaction, id, before, sent, faults);
        draft = checks.prepare(draft.withOpen(draft.asked()));
        Validation validation =
                schema == null ? new Validation(draft.open(), List.of()) : schemas.validate(schema, draft.open());
        faults.add(validation.violations());
        draft = checks.complete(draft.withOpen(validation.document()));
        faults.refuse();
        return draft;
    }

    private Document existing(Call call, Transaction transaction) {
        String id = call.argument(0);
        Document document = kind.of(call, transaction).get(transaction, id);
        if (document == null) {
            throw Problems.badIdentifier(id).refusal();
        }
        return document;
    }

    /** The id of a new document: the server's, or the client's where that counts (decision H21). */
    private String newId(Call call, Transaction transaction) {
        String wanted = ownIds ? null : NewIds.chosen(call);
        if (wanted == null) {
            return transaction.newId();
        }
        if (transaction.taken(kind.of(call, transaction).account(), wanted)) {
            throw Problems.conflict().refusal();
        }
        return wanted;
    }
}
