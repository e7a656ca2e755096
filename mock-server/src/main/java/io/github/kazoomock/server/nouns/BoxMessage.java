package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.MediaTypes;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A voicemail message: a document of its own, with its recording as attachment (pbx sheet 4.4).
 *
 * @param retention seconds after which nobody can change it
 */
record BoxMessage(Document document, long retention, Instant now) {
    static final String TYPE = "mailbox_message";
    static final String DELETED = "deleted";

    /** By box, then by time. */
    static final Index INDEX = new Index(
            "messages/box",
            TYPE,
            (account, message) -> List.of(Index.key(account, box(message), "%020d".formatted(timestamp(message)))));

    private static final String ANONYMOUS = "0000000000";
    private static final int DAYS = 93;
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH:mm:ss");

    /** A message as the server's settings see it now. */
    static BoxMessage of(Call call, World world, Document document) {
        return new BoxMessage(document, retention(world), call.now());
    }

    /** Seconds for which messages can be changed, and which lists cover. */
    static long retention(World world) {
        long days = new Settings(world).integer(DAYS, "callflow", "voicemail", "message_retention_duration");
        return (days > 0 ? days : DAYS) * 86_400;
    }

    /** The messages of one box, the oldest first. */
    static Stream<Document> in(World world, String account, String box) {
        return world.range(INDEX, Index.key(account, box, "")).values().stream()
                .map((Ref ref) -> world.get(ref))
                .flatMap(Stream::ofNullable);
    }

    /** How many messages of a box lie in which folder. */
    static Map<String, Long> folders(Call call, World world, String box) {
        Map<String, Long> counts = new TreeMap<>();
        in(world, call.account(), box)
                .forEach(message -> counts.merge(of(call, world, message).folder(), 1L, Long::sum));
        return counts;
    }

    private static String box(Document message) {
        return message.open().textOr("source_id", "");
    }

    private static long timestamp(Document message) {
        return message.open().integer(message.created(), "metadata", "timestamp");
    }

    String box() {
        return box(document);
    }

    /** Gregorian seconds. */
    long timestamp() {
        return timestamp(document);
    }

    /** True when it is too old to be changed. */
    boolean isOver() {
        return timestamp() < oldest();
    }

    /** The oldest time, in Gregorian seconds, of a message that can be changed. */
    long oldest() {
        return Gregorian.seconds(now) - retention;
    }

    String folder() {
        return isOver() ? DELETED : document.open().object("metadata").textOr("folder", "new");
    }

    /** What lists show. */
    JsonObject row() {
        JsonObject metadata = metadata();
        return metadata.has("transcription")
                ? metadata.without("transcription").with(Json.of(true), "transcribed")
                : metadata;
    }

    /** What filters see: the metadata, and the time as that of the document. */
    JsonObject filtered() {
        return metadata().with(Json.of(timestamp()), "pvt_created");
    }

    /** What a client sees of it; what the stored metadata lack follows from the rest. */
    JsonObject metadata() {
        JsonObject stored = document.open().object("metadata");
        String number = stored.textOr("caller_id_number", ANONYMOUS);
        JsonObject shown = JsonObject.builder()
                .put("call_id", document.id().substring(document.id().indexOf('-') + 1))
                .put("caller_id_name", number)
                .put("caller_id_number", number)
                .put("from", number)
                .put("length", 1)
                .put("timestamp", timestamp())
                .putAll(stored)
                .put("folder", folder())
                .put("media_id", document.id())
                .build();
        return isOver()
                ? shown.plus(JsonObject.of(
                        "retention",
                        Json.of("enforced"),
                        "retention_message",
                        Json.of("this message is prior to retention policy, no update operation is permitted")))
                : shown;
    }

    /** Its recording; null when there is none. */
    @Nullable
    Attachment audio() {
        return document.attachments().values().stream().findFirst().orElse(null);
    }

    /** What its recording is called: caller and time, as the box sees it (pbx sheet 4.8). */
    String fileName(World world, String account) {
        Attachment audio = audio();
        String caller = metadata().textOr("caller_id_number", ANONYMOUS);
        ZoneId zone = zone(world, account, box()).orElse(ZoneOffset.UTC);
        String time = IN_NAMES.format(ZonedDateTime.ofInstant(Gregorian.instant(timestamp()), zone));
        String extension = audio == null ? "" : MediaTypes.extension(audio.contentType());
        return caller + "_" + time + (extension.isEmpty() ? "" : "." + extension);
    }

    /** What a new message is called; hours, minutes and seconds have no zeros before them. */
    static String name(World world, String account, Document box, long timestamp) {
        Optional<ZoneId> zone = zone(world, account, box.id());
        ZonedDateTime time = ZonedDateTime.ofInstant(Gregorian.instant(timestamp), zone.orElse(ZoneOffset.UTC));
        return "mailbox %s message %s %d:%d:%d%s"
                .formatted(
                        box.open().textOr("mailbox", ""),
                        time.toLocalDate(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond(),
                        zone.isPresent() ? "" : " UTC");
    }

    /** The timezone of a box: its own, its owner's or the account's. */
    private static Optional<ZoneId> zone(World world, String account, String boxId) {
        Document owning = world.existing(account).document();
        Document box = world.existing(account).get(Vmboxes.TYPE, boxId);
        String owner = box == null ? null : box.open().text("owner_id");
        Document user = owner == null ? null : world.existing(account).get("user", owner);
        return Stream.of(Optional.ofNullable(box), Optional.ofNullable(user), Optional.of(owning))
                .flatMap(Optional::stream)
                .flatMap(document -> Stream.ofNullable(document.open().text("timezone")))
                .findFirst()
                .flatMap(BoxMessage::zone);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
