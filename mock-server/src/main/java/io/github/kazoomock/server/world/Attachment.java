package io.github.kazoomock.server.world;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that hangs on a {@link Document}: a recording, a greeting, a picture.
 *
 * <p>Forks and revisions share it. What can be made from a description is made when somebody asks for it.
 */
public final class Attachment {
    private final String contentType;
    private final Supplier<byte[]> maker;
    private byte @Nullable [] bytes;

    private Attachment(String contentType, Supplier<byte[]> maker) {
        this.contentType = contentType;
        this.maker = maker;
    }

    /** A file as it is; the bytes are not to be changed afterwards. */
    public static Attachment of(String contentType, byte[] bytes) {
        Attachment file = new Attachment(contentType, () -> bytes);
        file.bytes = bytes;
        return file;
    }

    /**
     * A file that is made when it is first read.
     *
     * @param maker gives the same bytes each time
     */
    public static Attachment made(String contentType, Supplier<byte[]> maker) {
        return new Attachment(contentType, maker);
    }

    /** The media type it was stored with. */
    public String contentType() {
        return contentType;
    }

    /** How many bytes of it are in memory: none before it was made. */
    public int held() {
        byte[] known = bytes;
        return known == null ? 0 : known.length;
    }

    /** Its content; not to be changed. */
    public byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            known = maker.get();
            bytes = known; // a race makes it twice, with the same content
        }
        return known;
    }
}
