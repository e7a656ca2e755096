package io.github.kazoomock.server.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One immutable JSON document: what a client may see ({@link #open}) and KAZOO's private fields ({@link #hidden}).
 *
 * <p>Public bytes and revision are made once, on demand.
 */
public final class Document {
    private final String id;
    private final String type;
    private final int generation;
    private final JsonObject open;
    private final JsonObject hidden;
    private final Map<String, Attachment> attachments;
    private final long created;
    private byte @Nullable [] bytes;
    private @Nullable String revision;
    private int weight;

    private Document(
            String id,
            String type,
            int generation,
            JsonObject open,
            JsonObject hidden,
            Map<String, Attachment> attachments) {
        this.id = id;
        this.type = type;
        this.generation = generation;
        this.open = open;
        this.hidden = hidden;
        this.attachments = attachments;
        this.created = hidden.integer(0, "pvt_created");
    }

    /**
     * A document that was never saved before.
     *
     * @param type KAZOO's {@code pvt_type}: {@code account}, {@code user}, ...
     * @param open public keys, without {@code id}
     * @param hidden keys starting with {@code pvt_}; creation and modification time are added when absent
     */
    public static Document create(String id, String type, JsonObject open, JsonObject hidden, Instant now) {
        return create(id, type, open, hidden, Map.of(), now);
    }

    /** A document that was never saved before, as above, with files. */
    public static Document create(
            String id,
            String type,
            JsonObject open,
            JsonObject hidden,
            Map<String, Attachment> attachments,
            Instant now) {
        Json time = Json.of(Gregorian.seconds(now));
        JsonObject timed = hidden.has("pvt_created") ? hidden : hidden.with(time, "pvt_created");
        timed = timed.has("pvt_modified") ? timed : timed.with(time, "pvt_modified");
        return new Document(id, type, 1, open, timed, Map.copyOf(attachments));
    }

    /** The next revision with other public keys. */
    public Document next(JsonObject newOpen, Instant now) {
        return next(newOpen, hidden, now);
    }

    /** The next revision with other public and private keys; the creation time stays. */
    public Document next(JsonObject newOpen, JsonObject newHidden, Instant now) {
        return next(newOpen, newHidden, attachments, now);
    }

    /** The next revision with other keys and only these files. */
    public Document next(JsonObject newOpen, JsonObject newHidden, Map<String, Attachment> files, Instant now) {
        JsonObject timed =
                newHidden.with(Json.of(created()), "pvt_created").with(Json.of(Gregorian.seconds(now)), "pvt_modified");
        return new Document(id, type, generation + 1, newOpen, timed, Map.copyOf(files));
    }

    /** The next revision with only these files. */
    public Document withAttachments(Map<String, Attachment> files, Instant now) {
        return next(open, hidden, files, now);
    }

    public String id() {
        return id;
    }

    public String type() {
        return type;
    }

    /** Public keys, without {@code id}. */
    public JsonObject open() {
        return open;
    }

    /** Private keys, all starting with {@code pvt_}. */
    public JsonObject hidden() {
        return hidden;
    }

    /** Files by name. */
    public Map<String, Attachment> attachments() {
        return attachments;
    }

    /** Gregorian seconds. */
    public long created() {
        return created;
    }

    /** Gregorian seconds. */
    public long modified() {
        return hidden.integer(0, "pvt_modified");
    }

    /** CouchDB style: generation, dash, 32 hexadecimal characters. */
    public String revision() {
        String known = revision;
        if (known == null) {
            known = generation + "-"
                    + Hash.md5(generation + new String(bytes(), java.nio.charset.StandardCharsets.UTF_8) + hidden);
            revision = known; // a race makes it twice, with the same content
        }
        return known;
    }

    /** The public document with its id, as a reply shows it. */
    public JsonObject visible() {
        return open.with(Json.of(id), "id");
    }

    /** UTF-8 of {@link #visible()}; not to be changed. */
    public byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            known = visible().utf8();
            bytes = known;
        }
        return known;
    }

    /** About how many bytes of memory it takes, without its files. */
    public int weight() {
        int known = weight;
        if (known == 0) {
            known = Weight.of(open, hidden);
            weight = known; // a race counts twice, with the same result
        }
        return known;
    }

    /** The whole stored document, private fields included (core sheet 5.2 and 9). */
    public JsonObject stored(String account) {
        return JsonObject.builder()
                .put("_id", id)
                .put("id", id)
                .put("_rev", revision())
                .putAll(open)
                .putAll(hidden)
                .put("pvt_type", type)
                .put("pvt_account_id", account)
                .build();
    }

    /**
     * One key of {@link #stored(String)}, without making the whole of it: what filters ask of each document of a list.
     *
     * @param account where it is kept
     */
    public @Nullable Json stored(String account, String key) {
        return switch (key) {
            case "id", "_id" -> Json.of(id);
            case "_rev" -> Json.of(revision());
            case "pvt_type" -> Json.of(type);
            case "pvt_account_id" -> Json.of(account);
            case "pvt_created" -> Json.of(created);
            default -> key.startsWith("pvt_") ? hidden.get(key) : open.get(key);
        };
    }
}
