package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Database;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Upload;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of media: each has one at most (pbx sheet 9). */
record MediaFiles(SchemaRegistry schemas) {
    /** What a file can be: those of the schema. */
    static final List<String> TYPES = List.of(
            "audio/x-wav",
            "audio/wav",
            "audio/mpeg",
            "audio/mp3",
            "audio/mpeg3",
            "audio/ogg",
            "video/x-flv",
            "video/h264",
            "video/mpeg",
            "video/quicktime",
            "video/mp4",
            "video/webm");

    /** What a body that is a file can be. */
    static final List<String> UPLOADED = Stream.concat(
                    TYPES.stream().filter(type -> !type.equals("audio/mpeg3")),
                    Stream.of("application/base64", "application/x-base64"))
            .toList();

    /** Whether a client that could have the document wants its file. */
    boolean isWanted(Call call) {
        return TYPES.contains(call.replyType());
    }

    /** Whether the body is a file and not a document. */
    boolean isSent(Call call) {
        String type = call.in().mediaType();
        return type != null && UPLOADED.contains(type);
    }

    /** The file, under either path. */
    Outcome show(Call call, Transaction transaction) {
        String id = call.argument(0);
        Document media = Media.DATABASE.of(call, transaction).get(transaction, id);
        return media == null || media.attachments().isEmpty()
                ? Problems.badIdentifierList(id)
                : Reply.download(
                        call, media, media.attachments().keySet().iterator().next());
    }

    /** Puts a file in the place of the one before; the document tells of it at once. */
    Outcome change(Call call, Transaction transaction) {
        Upload file = onlyOne(call);
        String id = call.argument(0);
        Database database = Media.DATABASE.of(call, transaction);
        Document before = database.get(transaction, id);
        if (before == null) {
            return Problems.badIdentifier(id);
        }
        JsonObject told = before.open()
                .with(Json.of(file.contentType()), "content_type")
                .with(Json.of(file.content().length), "content_length")
                .with(Json.of("upload"), "media_source");
        Document next = before.next(
                checked(call, told),
                call.signed(MediaChecks.withoutSpeech(before.hidden())),
                Map.of(file.name(call), file.attachment()),
                transaction.now());
        transaction.put(database.account(), next);
        return Reply.document(next).against(before);
    }

    private static Upload onlyOne(Call call) {
        List<Upload> files = call.uploads();
        if (files.size() == 1) {
            return files.get(0);
        }
        Faults faults = Faults.none(true, false);
        if (files.isEmpty()) {
            faults.add("file", "required", "Please provide an media file");
        } else {
            faults.add("file", "maxItems", "Please provide a single media file");
        }
        throw faults.refusal();
    }

    private JsonObject checked(Call call, JsonObject media) {
        Validation validation = schemas.validate("media", media);
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
        faults.add(validation.violations());
        faults.refuse();
        return validation.document();
    }
}
