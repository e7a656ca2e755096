package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code data} of a success. */
public sealed interface Data {
    /**
     * One document; its ready bytes are sent.
     *
     * @param extra keys that depend on the caller or the moment, spliced behind the document's own; of a key
     *     that both have the extra value counts
     */
    record OneDocument(Document document, JsonObject extra) implements Data {}

    /** A list; its bytes are made once, for its digest and its envelope. */
    final class Rows implements Data {
        private final List<Json> rows;
        private final @Nullable Page page;
        private byte @Nullable [] bytes;

        /** @param page null for lists without paging keys */
        public Rows(List<Json> rows, @Nullable Page page) {
            this.rows = rows;
            this.page = page;
        }

        public List<Json> rows() {
            return rows;
        }

        /** Null for lists without paging keys. */
        public @Nullable Page page() {
            return page;
        }

        /** UTF-8 of the rows as one array; not to be changed. */
        byte[] bytes() {
            byte[] known = bytes;
            if (known == null) {
                known = new JsonArray(rows).utf8();
                bytes = known;
            }
            return known;
        }

        /** Whether it can be streamed: an empty list never is. */
        boolean isStreamed() {
            return page != null && !rows.isEmpty();
        }
    }

    /** Any other value. */
    record Value(Json value) implements Data {}

    /**
     * A file instead of an envelope; a client may ask for a range of it (core sheet 6.7).
     *
     * @param disposition the header {@code Content-Disposition}; null for none
     * @param asAgreed a client that agreed on any type of reply takes it, whatever the type of the file
     */
    record Binary(Attachment file, @Nullable String disposition, boolean asAgreed) implements Data {}

    /** No {@code data} key at all. */
    record Nothing() implements Data {}

    /**
     * Where a page stands.
     *
     * @param startKey null on the first page of a plain list
     * @param nextStartKey null on the last page
     */
    record Page(@Nullable String startKey, @Nullable String nextStartKey) {
        public static final Page ONLY = new Page(null, null);
    }
}
