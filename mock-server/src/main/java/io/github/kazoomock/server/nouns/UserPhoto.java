package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Evidence;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The picture of a user and the card that shows it (pbx sheet 1.5 and 1.6). */
final class UserPhoto {
    private static final String PHOTO = "photo";
    private static final String PATTERN = "users/{USER_ID}/photo";

    /** What a picture may be sent as, besides a part of a form and plain octets. */
    private static final List<String> PICTURES =
            List.of("application/base64", "application/x-base64", "image/jpeg", "image/png", "image/gif");

    private UserPhoto() {}

    static List<Operation> operations() {
        return List.of(
                Operation.of("users.photo", Verb.GET, PATTERN)
                        .provides(List.of("application/octet-stream", "application/base64"))
                        .shape(Operation.Shape.NOTHING)
                        .evidence(Evidence.sheet("pbx 1.5"))
                        .handler(UserPhoto::get),
                Operation.of("users.photo.update", Verb.POST, PATTERN)
                        .accepts(PICTURES)
                        .shape(Operation.Shape.DOCUMENT)
                        .evidence(Evidence.sheet("pbx 1.5"))
                        .handler(UserPhoto::post),
                Operation.of("users.photo.delete", Verb.DELETE, PATTERN)
                        .evidence(Evidence.sheet("pbx 1.5"))
                        .handler(UserPhoto::delete),
                Operation.of("users.vcard", Verb.GET, "users/{USER_ID}/vcard")
                        .provides(List.of("text/x-vcard", "text/directory"))
                        .shape(Operation.Shape.NOTHING)
                        .evidence(Evidence.sheet("pbx 1.6"))
                        .handler(UserPhoto::card));
    }

    static boolean isThere(Document user) {
        return user.attachments().containsKey(PHOTO);
    }

    private static Outcome get(Call call, Transaction transaction) {
        Document user = existing(call, transaction);
        Attachment photo = user.attachments().get(PHOTO);
        return photo == null ? Problems.badIdentifier(user.id()) : Reply.fileAsStored(photo, PHOTO);
    }

    /** More or fewer files than one change nothing, and KAZOO does not complain. */
    private static Outcome post(Call call, Transaction transaction) {
        Document before = existing(call, transaction);
        if (call.uploads().size() != 1) {
            return Reply.document(before);
        }
        Map<String, Attachment> files = new HashMap<>(before.attachments());
        files.put(PHOTO, call.uploads().get(0).attachment());
        return Reply.document(saved(call, transaction, before, files)).against(before);
    }

    private static Outcome delete(Call call, Transaction transaction) {
        Document before = existing(call, transaction);
        if (!isThere(before)) {
            return Problems.badIdentifier(before.id());
        }
        Map<String, Attachment> files = new HashMap<>(before.attachments());
        files.remove(PHOTO);
        saved(call, transaction, before, files);
        JsonObject data = call.does(Decision.ENVELOPE_HAS_METADATA)
                ? JsonObject.EMPTY
                : JsonObject.EMPTY.with(Json.of(true), "_read_only", "deleted");
        return Reply.value(data).against(before).deleted();
    }

    private static Outcome card(Call call, Transaction transaction) {
        Document user = existing(call, transaction);
        JsonObject account = transaction.existing(call.account()).document().open();
        String text =
                VCard.of(user.open(), account.text("org"), user.attachments().get(PHOTO));
        return Reply.file(Attachment.of(call.replyType(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Document saved(Call call, Transaction transaction, Document before, Map<String, Attachment> files) {
        Document next = before.withAttachments(files, transaction.now());
        transaction.put(call.account(), next);
        return next;
    }

    private static Document existing(Call call, Transaction transaction) {
        String id = call.argument(0);
        Document user = transaction.get(call.account(), "user", id);
        if (user == null) {
            throw Problems.badIdentifier(id).refusal();
        }
        return user;
    }
}
