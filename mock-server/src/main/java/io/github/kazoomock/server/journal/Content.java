package io.github.kazoomock.server.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A body as it is kept.
 *
 * @param bytes the beginning, not to be changed
 * @param length how long it was
 */
public record Content(byte[] bytes, int length) {
    /** What is kept of one body at most. */
    static final int MOST = 256 * 1024;

    /** Keeps a body by reference, or the beginning of a long one. */
    public static Content of(byte[] body) {
        return new Content(body.length <= MOST ? body : Arrays.copyOf(body, MOST), body.length);
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean isCut() {
        return length > bytes.length;
    }

    /** The text; null for what is no UTF-8. */
    @Nullable
    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return isCut() ? cutText() : null;
        }
    }

    /** A long text may have been cut within a letter. */
    private @Nullable String cutText() {
        for (int end = bytes.length - 1; end > bytes.length - 4; end--) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, end))
                        .toString();
            } catch (CharacterCodingException e) {
                // one byte less, then
            }
        }
        return null;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
