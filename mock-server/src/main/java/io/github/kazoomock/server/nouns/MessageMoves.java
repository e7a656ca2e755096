package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;

/** Where a voicemail message can go: another folder, another box, several boxes, away. */
final class MessageMoves {
    private MessageMoves() {}

    static Document filed(BoxMessage message, String folder, Call call, Transaction transaction) {
        Document document = message.document();
        Document next = document.next(
                document.open().with(Json.of(folder), "metadata", "folder"),
                call.signed(document.hidden()),
                transaction.now());
        transaction.put(call.account(), next);
        return next;
    }

    /** The same message in another box, where it has another id. */
    static Document moved(BoxMessage message, Document box, Call call, Transaction transaction) {
        Document moved = copy(message, box.id(), call, transaction);
        transaction.destroy(call.account(), BoxMessage.TYPE, message.document().id());
        return moved;
    }

    static BulkResult copied(BoxMessage message, List<String> boxes, Call call, Transaction transaction) {
        BulkResult all = BulkResult.NONE;
        for (String box : boxes) {
            boolean isThere = transaction.get(call.account(), Vmboxes.TYPE, box) != null;
            all = all.and(
                    isThere
                            ? BulkResult.of(
                                    copy(message, box, call, transaction).id())
                            : BulkResult.failed(box, "not_found"));
        }
        return all;
    }

    /** What there is to see of it last. */
    static JsonObject deleted(BoxMessage message, Call call, Transaction transaction) {
        JsonObject last = message.metadata().with(Json.of(BoxMessage.DELETED), "folder");
        transaction.remove(call.account(), BoxMessage.TYPE, message.document().id());
        return last;
    }

    private static Document copy(BoxMessage message, String box, Call call, Transaction transaction) {
        Document original = message.document();
        String id = NewMessage.id(message.timestamp(), transaction);
        JsonObject open = original.open().with(Json.of(box), "source_id").with(Json.of(id), "metadata", "media_id");
        Document copy = Document.create(id, BoxMessage.TYPE, open, call.signed(original.hidden()), transaction.now())
                .withAttachments(original.attachments(), transaction.now());
        transaction.put(call.account(), copy);
        return copy;
    }
}
