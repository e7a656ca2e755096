package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A success, before the envelope.
 *
 * @param status 0 for what the verb means: 201 for PUT, else 200
 * @param metadata of the envelope; without it where the profile has none
 * @param revision what {@code revision} shows; {@link #AUTOMATIC} for a digest of the reply, null for none
 * @param current the revision that preconditions compare with; null when nothing can match
 * @param envelope further keys of the envelope
 * @param headers further response headers
 * @param token what {@code auth_token} shows instead of the token that was sent; null for that one
 */
public record Reply(
        int status,
        Data data,
        JsonObject metadata,
        @Nullable String revision,
        @Nullable String current,
        JsonObject envelope,
        Map<String, String> headers,
        @Nullable Token token)
        implements Outcome {

    /** Asks for a digest of the reply where KAZOO makes one. */
    public static final String AUTOMATIC = "automatic";

    /**
     * A token in a reply.
     *
     * @param isNew the reply is to its bearer: it counts as that of a known caller
     */
    public record Token(String text, boolean isNew) {}

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** One document as it is now. */
    public static Reply document(Document document) {
        return document(document, JsonObject.EMPTY);
    }

    /** One document with keys spliced behind its own. */
    public static Reply document(Document document, JsonObject extra) {
        JsonObject metadata = JsonObject.builder()
                .put("id", document.id())
                .put("created", document.created())
                .put("modified", document.modified())
                .build();
        return new Reply(
                0,
                new Data.OneDocument(document, extra),
                metadata,
                document.revision(),
                document.revision(),
                JsonObject.EMPTY,
                Map.of(),
                null);
    }

    /** A list. */
    public static Reply rows(List<Json> rows, Data.@Nullable Page page) {
        return new Reply(
                0, new Data.Rows(rows, page), JsonObject.EMPTY, AUTOMATIC, AUTOMATIC, JsonObject.EMPTY, Map.of(), null);
    }

    /** Any other value. */
    public static Reply value(Json value) {
        return new Reply(
                0, new Data.Value(value), JsonObject.EMPTY, AUTOMATIC, AUTOMATIC, JsonObject.EMPTY, Map.of(), null);
    }

    /**
     * A file.
     *
     * @param name what it is called when it is saved
     */
    public static Reply file(Attachment file, String name) {
        return file(file, "attachment", name);
    }

    /**
     * A file.
     *
     * @param disposition {@code attachment}, or {@code inline} for what a browser is to show
     */
    public static Reply file(Attachment file, String disposition, String name) {
        String safe = name.replaceAll("[\\p{Cntrl}\"\\\\;]", "_");
        return binary(new Data.Binary(file, disposition + "; filename=" + safe, false));
    }

    /** A file as it stands on a document, called as the profile calls it (decision H27). */
    public static Reply download(Call call, Document document, String attachment) {
        Attachment file = document.attachments().get(attachment);
        if (file == null) {
            throw new IllegalArgumentException("no " + attachment + " on " + document.id());
        }
        String extension = MediaTypes.extension(file.contentType());
        String byId = document.id() + (extension.isEmpty() ? "" : "." + extension);
        return file(file, call.does(Decision.DOWNLOADS_ARE_NAMED_BY_ID) ? byId : attachment);
    }

    /** Any file, with its headers. */
    public static Reply binary(Data.Binary data) {
        return new Reply(0, data, JsonObject.EMPTY, null, null, JsonObject.EMPTY, Map.of(), null);
    }

    /** A success without {@code data}. */
    public static Reply nothing() {
        return new Reply(0, new Data.Nothing(), JsonObject.EMPTY, null, null, JsonObject.EMPTY, Map.of(), null);
    }

    public Reply withStatus(int other) {
        return new Reply(other, data, metadata, revision, current, envelope, headers, token);
    }

    public Reply withData(Data other) {
        return new Reply(status, other, metadata, revision, current, envelope, headers, token);
    }

    /** The same with more metadata. */
    public Reply withMetadata(JsonObject more) {
        return new Reply(status, data, metadata.plus(more), revision, current, envelope, headers, token);
    }

    /** The same with another shown revision. */
    public Reply withRevision(@Nullable String shown) {
        return new Reply(status, data, metadata, shown, current, envelope, headers, token);
    }

    /** The same, preconditions comparing with another revision: that of the document before this change. */
    public Reply against(@Nullable Document before) {
        return comparing(before == null ? null : before.revision());
    }

    /** The same, preconditions comparing with another revision. */
    public Reply comparing(@Nullable String compared) {
        return new Reply(status, data, metadata, revision, compared, envelope, headers, token);
    }

    /** The same with another key in the envelope. */
    public Reply withEnvelope(String key, Json value) {
        return new Reply(status, data, metadata, revision, current, envelope.with(value, key), headers, token);
    }

    /** The same with another response header. */
    public Reply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, data, metadata, revision, current, envelope, more, token);
    }

    /** The same with a token that was just made for the client. */
    public Reply withToken(String text) {
        return new Reply(status, data, metadata, revision, current, envelope, headers, new Token(text, true));
    }

    /** The same, showing a token that it is about; whoever asked is as unknown as before. */
    public Reply showingToken(String text) {
        return new Reply(status, data, metadata, revision, current, envelope, headers, new Token(text, false));
    }

    /** The same, marked as the last sight of a deleted document. */
    public Reply deleted() {
        return withMetadata(JsonObject.of("deleted", Json.of(true)));
    }
}
