package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The picture of a user, a file on the user's document (pbx sheet 1.5). */
final class UserPhoto {
    /** What the file is called. */
    static final String NAME = "photo";

    private static final String PATH = "users/{USER_ID}/photo";

    private UserPhoto() {}

    /** Whether a user has a picture. */
    static boolean isOf(Document user) {
        return user.attachments().containsKey(NAME);
    }

    static Operation get() {
        return of("users.photo", Verb.GET)
                .shape(Shape.BINARY)
                .provides(List.of("application/octet-stream", "application/base64"))
                .handler(UserPhoto::show);
    }

    static Operation update() {
        return of("users.change_photo", Verb.POST)
                .shape(Shape.DOCUMENT)
                .accepts(List.of("*/*"))
                .handler(UserPhoto::change);
    }

    static Operation delete() {
        return of("users.delete_photo", Verb.DELETE).handler(UserPhoto::remove);
    }

    private static Operation.Builder of(String id, Verb verb) {
        return Operation.of(id, verb, PATH).evidence(Evidence.sheet("pbx 1.5"));
    }

    private static Outcome show(Call call, Transaction transaction) {
        Attachment photo = user(call, transaction).attachments().get(NAME);
        return photo == null
                ? Problems.badIdentifier(call.argument(0))
                : Reply.binary(new Data.Binary(photo, "attachment; filename=" + NAME, true));
    }

    /** Anything but one file changes nothing, and KAZOO does not say so. */
    private static Outcome change(Call call, Transaction transaction) {
        Document user = user(call, transaction);
        if (call.uploads().size() != 1) {
            return Reply.document(user);
        }
        Map<String, Attachment> files = new HashMap<>(user.attachments());
        files.put(NAME, call.uploads().get(0).attachment());
        return Reply.document(saved(call, transaction, user, files)).against(user);
    }

    private static Outcome remove(Call call, Transaction transaction) {
        Document user = user(call, transaction);
        if (!isOf(user)) {
            return Problems.badIdentifier(call.argument(0));
        }
        Map<String, Attachment> files = new HashMap<>(user.attachments());
        files.remove(NAME);
        saved(call, transaction, user, files);
        JsonObject sight = call.does(Decision.ENVELOPE_HAS_METADATA)
                ? JsonObject.EMPTY
                : JsonObject.EMPTY.with(Json.of(true), "_read_only", "deleted");
        return Reply.value(sight).withRevision(null).deleted().against(user);
    }

    private static Document saved(Call call, Transaction transaction, Document user, Map<String, Attachment> files) {
        Document next = user.next(user.open(), call.signed(user.hidden()), files, transaction.now());
        transaction.put(call.account(), next);
        return next;
    }

    /**
     * The user of the path.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 404 when there is none
     */
    static Document user(Call call, Transaction transaction) {
        Document user = transaction.get(call.account(), "user", call.argument(0));
        if (user == null) {
            throw Problems.badIdentifier(call.argument(0)).refusal();
        }
        return user;
    }
}
