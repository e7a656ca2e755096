package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Upload;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Transaction;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A voicemail message that a client leaves (pbx sheet 4.5).
 *
 * @param said metadata as sent
 * @param audio null for a message without a recording
 */
record NewMessage(
        Call call,
        Transaction transaction,
        Document box,
        JsonObject said,
        @Nullable Upload audio) {
    private static final String ANONYMOUS = "0000000000";
    private static final int CALL_ID_LENGTH = 24;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyyMM").withZone(ZoneOffset.UTC);

    /** A new id: year and month of the message before the rest. */
    static String id(long timestamp, Transaction transaction) {
        return MONTH.format(Gregorian.instant(timestamp)) + "-" + transaction.newId();
    }

    Document document() {
        long timestamp = said.integer(Gregorian.seconds(transaction.now()), "timestamp");
        String id = id(timestamp, transaction);
        String number = box.open().textOr("mailbox", "");
        JsonObject open = JsonObject.builder()
                .put("name", BoxMessage.name(transaction.world(), call.account(), box, timestamp))
                .put("description", "voicemail message with media")
                .put("source_type", "voicemail")
                .put("source_id", box.id())
                .put("media_source", "recording")
                .put("streamable", true)
                .put("utc_seconds", timestamp)
                .put("metadata", metadata(id, timestamp, number))
                .build();
        Document document =
                Document.create(id, BoxMessage.TYPE, open, call.signed(JsonObject.EMPTY), transaction.now());
        return audio == null
                ? document
                : document.withAttachments(Map.of(audio.name(call), audio.attachment()), transaction.now());
    }

    private JsonObject metadata(String id, long timestamp, String mailbox) {
        String realm = transaction.existing(call.account()).document().open().textOr("realm", "");
        String caller = said.textOr("caller_id_number", ANONYMOUS);
        String from = said.textOr("from", caller);
        String to = said.textOr("to", mailbox);
        return JsonObject.builder()
                .put("media_id", id)
                .put("timestamp", timestamp)
                .put("from", from + "@" + realm)
                .put("from_user", from)
                .put("from_realm", realm)
                .put("to", to + "@" + realm)
                .put("to_user", to)
                .put("to_realm", realm)
                .put("caller_id_number", caller)
                .put("caller_id_name", said.textOr("caller_id_name", ANONYMOUS))
                .put("call_id", said.textOr("call_id", transaction.newId().substring(0, CALL_ID_LENGTH)))
                .put("folder", said.textOr("folder", "new"))
                .put("length", Json.of(said.integer(1, "length")))
                .build();
    }
}
