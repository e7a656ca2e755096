package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Locations;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Refusal;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Upload;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leaves, changes, moves, copies and deletes voicemail messages (pbx sheet 4.5 to 4.8). */
record VmboxMessageWrites(SchemaRegistry schemas) {
    private static final List<String> FOLDERS = List.of("deleted", "saved", "new");

    Outcome create(Call call, Transaction transaction) {
        Document box = box(call, transaction, call.argument(0));
        Upload audio = audio(call, "Please provide a single media file");
        JsonObject said = BodyCheck.of(call, schemas, "vm_message_metadata", Bodies.document(call));
        Document message = new NewMessage(call, transaction, box, said, audio).document();
        transaction.put(call.account(), message);
        Reply reply = audio == null
                ? Reply.document(message)
                : Reply.value(BoxMessage.of(call, transaction.world(), message).metadata());
        return reply.comparing(null).withHeader("location", Locations.of(call, message.id()));
    }

    Outcome change(Call call, Transaction transaction) {
        BoxMessage message = VmboxMessages.asked(call, transaction);
        checkAge(message);
        Json target = call.data().get("source_id");
        if (target == null) {
            Document changed = MessageMoves.filed(message, folder(call), call, transaction);
            return Reply.value(BoxMessage.of(call, transaction.world(), changed).metadata());
        }
        List<String> boxes = boxes(target);
        if (target instanceof JsonArray) {
            return Reply.value(
                    MessageMoves.copied(message, boxes, call, transaction).toJson());
        }
        Document moved = MessageMoves.moved(message, box(call, transaction, boxes.get(0)), call, transaction);
        return Reply.value(VmboxMessages.leaked(call, moved));
    }

    Outcome changeMany(Call call, Transaction transaction) {
        List<String> ids = wanted(call);
        Json target = call.data().get("source_id");
        if (target == null) {
            String folder = folder(call);
            return each(
                    call,
                    transaction,
                    ids,
                    message -> BulkResult.of(MessageMoves.filed(message, folder, call, transaction)
                            .id()));
        }
        List<String> boxes = boxes(target);
        if (target instanceof JsonArray) {
            return each(call, transaction, ids, message -> MessageMoves.copied(message, boxes, call, transaction));
        }
        Document box = box(call, transaction, boxes.get(0));
        return each(
                call,
                transaction,
                ids,
                message -> BulkResult.of(
                        MessageMoves.moved(message, box, call, transaction).id()));
    }

    Outcome delete(Call call, Transaction transaction) {
        BoxMessage message = VmboxMessages.asked(call, transaction);
        checkAge(message);
        JsonObject last = MessageMoves.deleted(message, call, transaction);
        return Reply.value(last).deleted();
    }

    /** The named messages, else those of a folder, else all. */
    Outcome deleteMany(Call call, Transaction transaction) {
        String box = call.argument(0);
        List<String> named = call.data().array("messages").texts();
        String folder = call.options().text("folder");
        List<String> ids = named.isEmpty()
                ? BoxMessage.in(transaction.world(), call.account(), box)
                        .map(document -> BoxMessage.of(call, transaction.world(), document))
                        .filter(message -> folder == null || folder.equals(message.folder()))
                        .map(message -> message.document().id())
                        .toList()
                : named.stream()
                        .filter(id -> VmboxMessages.find(call, transaction, box, id) != null)
                        .toList();
        return each(call, transaction, ids, message -> {
            MessageMoves.deleted(message, call, transaction);
            return BulkResult.of(message.document().id());
        });
    }

    Outcome replaceAudio(Call call, Transaction transaction) {
        BoxMessage message = VmboxMessages.asked(call, transaction);
        Upload audio = audio(call, "Please provide a single media file");
        if (audio == null) {
            throw fault("file", "required", "Please provide a media file");
        }
        Document next =
                message.document().withAttachments(Map.of(audio.name(call), audio.attachment()), transaction.now());
        transaction.put(call.account(), next);
        return Reply.value(BoxMessage.of(call, transaction.world(), next).metadata());
    }

    private static Reply each(
            Call call, Transaction transaction, List<String> ids, Function<BoxMessage, BulkResult> change) {
        BulkResult all = BulkResult.NONE;
        for (String id : ids) {
            BoxMessage message = VmboxMessages.find(call, transaction, call.argument(0), id);
            if (message == null) {
                all = all.and(BulkResult.failed(id, "not_found"));
            } else if (message.isOver()) {
                all = all.and(BulkResult.failed(id, "prior_to_retention_duration"));
            } else {
                all = all.and(change.apply(message));
            }
        }
        return Reply.value(all.toJson());
    }

    /**
     * The ids in {@code messages} of the body.
     *
     * @throws Refusal with 400 when there are none
     */
    static List<String> wanted(Call call) {
        List<String> ids = call.data().array("messages").texts();
        if (ids.isEmpty()) {
            throw fault("messages", "required", "No array of message ids are specified");
        }
        return ids;
    }

    private static String folder(Call call) {
        String folder = call.options().text("folder");
        if (folder == null) {
            return "saved";
        }
        if (!FOLDERS.contains(folder)) {
            JsonObject details = JsonObject.builder()
                    .put("message", "Value not found in enumerated list of values")
                    .put("target", Json.texts(FOLDERS))
                    .put("value", folder)
                    .build();
            throw Problems.validation(JsonObject.EMPTY.with(details, "folder", "enum"))
                    .refusal();
        }
        return folder;
    }

    private static List<String> boxes(Json target) {
        List<String> boxes = target instanceof JsonArray list
                ? list.texts()
                : Stream.ofNullable(target.text()).filter(id -> !id.isEmpty()).toList();
        if (boxes.isEmpty()) {
            throw fault(
                    "source_id",
                    "required",
                    "empty source_id is specified. please set a single or a list of source_ids.");
        }
        return boxes;
    }

    private static Document box(Call call, Transaction transaction, String id) {
        Document box = transaction.get(call.account(), Vmboxes.TYPE, id);
        if (box == null) {
            throw Problems.badIdentifier(id).refusal();
        }
        return box;
    }

    private static @Nullable Upload audio(Call call, String whenSeveral) {
        if (call.uploads().size() > 1) {
            throw fault("file", "maxItems", whenSeveral);
        }
        return call.uploads().isEmpty() ? null : call.uploads().get(0);
    }

    private static void checkAge(BoxMessage message) {
        if (message.isOver()) {
            JsonObject details = JsonObject.of(
                    "message",
                    Json.of("cannot make changes to messages prior to retention duration"),
                    "cause",
                    Json.of(message.oldest()));
            throw Problems.validation(
                            JsonObject.EMPTY.with(details, message.document().id(), "date_range"))
                    .refusal();
        }
    }

    private static Refusal fault(String field, String rule, String message) {
        return Problems.validation(JsonObject.EMPTY.with(Json.of(message), field, rule, "message"))
                .refusal();
    }
}
