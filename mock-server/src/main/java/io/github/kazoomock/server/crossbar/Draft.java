package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.Transaction;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way to be saved.
 *
 * @param id of the document to be
 * @param before as it is stored; null for a new one
 * @param sent public keys as the client sent them
 * @param open public keys to be stored
 * @param hidden private keys to be stored
 * @param attachments files to be stored
 * @param faults where checks say what is wrong
 */
public record Draft(
        Call call,
        Transaction transaction,
        String id,
        @Nullable Document before,
        JsonObject sent,
        JsonObject open,
        JsonObject hidden,
        Map<String, Attachment> attachments,
        Faults faults) {

    /** The beginning: what was sent, and beside it what is stored already. */
    public static Draft of(
            Call call, Transaction transaction, String id, @Nullable Document before, JsonObject sent, Faults faults) {
        JsonObject hidden = before == null ? JsonObject.EMPTY : before.hidden();
        Map<String, Attachment> attachments = before == null ? Map.of() : before.attachments();
        return new Draft(call, transaction, id, before, sent, sent, hidden, attachments, faults);
    }

    /** The same under another id: that of a new document may follow from its content. */
    public Draft withId(String other) {
        return new Draft(call, transaction, other, before, sent, open, hidden, attachments, faults);
    }

    public Draft withOpen(JsonObject other) {
        return new Draft(call, transaction, id, before, sent, other, hidden, attachments, faults);
    }

    public Draft withHidden(JsonObject other) {
        return new Draft(call, transaction, id, before, sent, open, other, attachments, faults);
    }

    /** The same with only these files. */
    public Draft withAttachments(Map<String, Attachment> files) {
        return new Draft(call, transaction, id, before, sent, open, hidden, Map.copyOf(files), faults);
    }

    /** The same with a text in the document rewritten, if there is one at this path. */
    public Draft withText(UnaryOperator<String> change, String... path) {
        String text = open.text(path);
        return text == null ? this : withOpen(open.with(Json.of(change.apply(text)), path));
    }

    /** What was asked to be stored, before anything was checked: a patch already lies on its document. */
    public JsonObject asked() {
        return before != null && call.verb() == Verb.PATCH ? before.open().merge(sent) : sent;
    }

    /** True when another document stands under this key of an index. */
    public boolean isTaken(Index index, String key) {
        for (Ref other : transaction.world().find(index, key)) {
            if (!other.id().equals(id) || !other.account().equals(call.account())) {
                return true;
            }
        }
        return false;
    }

    /** True when a document is made, false when one is changed. */
    public boolean isNew() {
        return before == null;
    }
}
