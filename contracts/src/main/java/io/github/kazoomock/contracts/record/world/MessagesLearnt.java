package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.Set;

/** Voicemail: the metadata of messages, of which each is a document of its own (pbx sheet 4.4). */
final class MessagesLearnt implements Learning.Special {
    private static final String COLLECTION = "messages";
    private static final Set<String> COMPUTED = Set.of("retention", "retention_message", "transcribed");

    /** In place of one that only a row mentioned. */
    private static final JsonObject TRANSCRIPTION =
            JsonObject.of("result", Json.of("success"), "text", Json.of("left out of the recording"));

    @Override
    public boolean learn(KnownWorld world, Asked asked) {
        if (!asked.operation().id().startsWith("vmboxes.messages.")) {
            return false;
        }
        KnownAccount account = world.account(asked.account());
        String box = asked.argument(0);
        if (asked.is("vmboxes.messages.list")) {
            asked.rows().forEach(row -> message(account, box, row, false));
        } else if (asked.is("vmboxes.messages.list_all")) {
            asked.rows()
                    .forEach(row -> row.forEach((each, value) -> {
                        if (value instanceof JsonObject metadata) {
                            message(account, each, metadata, false);
                        }
                    }));
        } else if (asked.is("vmboxes.messages.change_many", "vmboxes.messages.delete_many")) {
            asked.data().array("succeeded").texts().forEach(id -> moved(account, asked, id));
        } else if (asked.deletes()) {
            account.forget(COLLECTION, asked.argument(2));
        } else if (asked.data().has("media_id")) {
            message(account, asked.data().textOr("source_id", box), asked.data(), true);
        } else {
            return asked.operation().shape() != io.github.kazoomock.server.crossbar.Operation.Shape.BINARY;
        }
        return true;
    }

    private static void message(KnownAccount account, String box, JsonObject shown, boolean whole) {
        String id = shown.text("media_id");
        if (id == null) {
            return;
        }
        JsonObject plain = shown.filterKeys(key -> !COMPUTED.contains(key));
        JsonObject metadata = shown.isTrue("transcribed") ? plain.with(TRANSCRIPTION, "transcription") : plain;
        account.learn(COLLECTION, id, known -> {
            JsonObject before = known.content().object("metadata");
            JsonObject said = known.whole() ? metadata.without("transcription") : metadata;
            JsonObject all = whole ? metadata : before.plus(said);
            JsonObject document = JsonObject.of("source_id", Json.of(box), "metadata", all);
            return new KnownDocument(known.hidden().plus(document), whole || known.whole(), known.files());
        });
    }

    private static void moved(KnownAccount account, Asked asked, String id) {
        String folder = asked.sent().text("folder");
        if (asked.deletes() || "deleted".equals(folder)) {
            account.forget(COLLECTION, id);
        } else if (folder != null && account.documents(COLLECTION).containsKey(id)) {
            account.learn(
                    COLLECTION,
                    id,
                    known -> new KnownDocument(
                            known.content().with(Json.of(folder), "metadata", "folder"), known.whole(), known.files()));
        }
    }
}
