package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Profile;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Wraps {@code data} into the reply envelope (core sheet 5, delta sheet 2.1). */
final class EnvelopeWriter {
    private static final byte[] DATA = "{\"data\":".getBytes(StandardCharsets.US_ASCII);
    private static final JsonObject READ_ONLY_DELETED = JsonObject.EMPTY.with(Json.of(true), "_read_only", "deleted");

    private EnvelopeWriter() {}

    /** UTF-8 of the {@code data} of a reply; null when it has none. */
    static byte @Nullable [] data(Reply reply, Profile profile) {
        Data data = reply.data();
        if (data instanceof Data.OneDocument one) {
            boolean readOnly = !profile.does(Decision.ENVELOPE_HAS_METADATA)
                    && reply.metadata().isTrue("deleted");
            return data(one.document(), readOnly ? one.extra().plus(READ_ONLY_DELETED) : one.extra());
        }
        if (data instanceof Data.Rows rows) {
            return rows.bytes();
        }
        return data instanceof Data.Value value ? value.value().utf8() : null;
    }

    /** A key that the document has too comes from the extra ones; only then the ready bytes do not serve. */
    private static byte[] data(Document document, JsonObject extra) {
        boolean repeats = extra.keys().stream().anyMatch(document.open()::has);
        return repeats ? document.visible().plus(extra).utf8() : splice(document.bytes(), extra);
    }

    /** Paging keys, metadata and what else stands beside {@code data} and is the same for the same world. */
    static JsonObject beside(Reply reply, Profile profile) {
        JsonObject.Builder keys = JsonObject.builder();
        if (reply.data() instanceof Data.Rows rows) {
            keys.putAll(paging(rows));
        }
        if (profile.does(Decision.ENVELOPE_HAS_METADATA)) {
            keys.put("metadata", reply.metadata());
        }
        return keys.putAll(reply.envelope()).build();
    }

    /** The paging keys of a list; none when it has no pages. */
    static JsonObject paging(Data.Rows rows) {
        Data.Page page = rows.page();
        return page == null
                ? JsonObject.EMPTY
                : JsonObject.builder()
                        .put("page_size", rows.rows().size())
                        .put("start_key", page.startKey())
                        .put("next_start_key", page.nextStartKey())
                        .build();
    }

    /** The paging keys behind a streamed list; all of them texts in KAZOO 5.0 (decision H28). */
    static JsonObject trailer(Data.Rows rows, Profile profile) {
        if (profile.does(Decision.CHUNKED_TRAILER_KEEPS_TYPES)) {
            return paging(rows);
        }
        JsonObject.Builder texts = JsonObject.builder();
        paging(rows)
                .forEach((key, value) -> texts.put(key, value instanceof JsonText ? value : Json.of(value.toString())));
        return texts.build();
    }

    /** The digest that serves as revision where there is no document (decision H13). */
    static String digest(byte @Nullable [] data, JsonObject beside) {
        byte[] rest = beside.utf8();
        byte[] body = data == null ? new byte[0] : data;
        byte[] all = new byte[body.length + rest.length];
        System.arraycopy(body, 0, all, 0, body.length);
        System.arraycopy(rest, 0, all, body.length, rest.length);
        return Hash.md5(all);
    }

    /** {@code data} and everything beside it, as one object. */
    static byte[] body(byte @Nullable [] data, JsonObject rest) {
        byte[] tail = rest.utf8();
        if (data == null) {
            return tail;
        }
        byte[] body = new byte[DATA.length + data.length + tail.length];
        System.arraycopy(DATA, 0, body, 0, DATA.length);
        System.arraycopy(data, 0, body, DATA.length, data.length);
        System.arraycopy(tail, 0, body, DATA.length + data.length, tail.length);
        body[DATA.length + data.length] = ',';
        return body;
    }

    /** An object's bytes with more keys behind its own. */
    private static byte[] splice(byte[] object, JsonObject extra) {
        if (extra.isEmpty()) {
            return object;
        }
        byte[] tail = extra.utf8();
        byte[] joined = new byte[object.length + tail.length - 1];
        System.arraycopy(object, 0, joined, 0, object.length - 1);
        joined[object.length - 1] = ',';
        System.arraycopy(tail, 1, joined, object.length, tail.length - 1);
        return joined;
    }
}
