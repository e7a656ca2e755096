package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys between pages as KAZOO writes them: base64url of the Erlang external term of a text, an integer or a list (core
 * sheet 8.3). Clients take them as opaque.
 */
public final class PagingKey {
    private static final int VERSION = 131;
    private static final int BINARY = 109;
    private static final int SMALL_INTEGER = 97;
    private static final int INTEGER = 98;
    private static final int SMALL_BIG = 110;
    private static final int LIST = 108;
    private static final int NIL = 106;
    private static final int MOST_ELEMENTS = 16;

    private PagingKey() {}

    public static String encode(Json key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(VERSION);
        write(key, out);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    private static void write(Json key, ByteArrayOutputStream out) {
        if (key instanceof JsonArray array) {
            if (array.size() > 0) {
                out.write(LIST);
                integer(array.size(), out);
                array.forEach(element -> write(element, out));
            }
            out.write(NIL);
        } else if (key instanceof JsonNumber number) {
            number(number.value().longValue(), out);
        } else {
            String text = key instanceof JsonText known ? known.value() : key.toString();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(BINARY);
            integer(bytes.length, out);
            out.writeBytes(bytes);
        }
    }

    private static void number(long value, ByteArrayOutputStream out) {
        if (value >= 0 && value < 256) {
            out.write(SMALL_INTEGER);
            out.write((int) value);
        } else if (value == (int) value) {
            out.write(INTEGER);
            integer((int) value, out);
        } else {
            long rest = Math.abs(value);
            int bytes = (Long.SIZE - Long.numberOfLeadingZeros(rest) + 7) / 8;
            out.write(SMALL_BIG);
            out.write(bytes);
            out.write(value < 0 ? 1 : 0);
            for (int i = 0; i < bytes; i++) {
                out.write((int) (rest >> (8 * i)));
            }
        }
    }

    private static void integer(int value, ByteArrayOutputStream out) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    /** The key; null when the text is none. */
    static @Nullable Json decode(String text) {
        try {
            ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if ((in.get() & 255) != VERSION) {
                return null;
            }
            Json key = read(in);
            return in.hasRemaining() ? null : key;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return null;
        }
    }

    private static Json read(ByteBuffer in) {
        int tag = in.get() & 255;
        return switch (tag) {
            case BINARY -> Json.of(new String(bytes(in, in.getInt()), StandardCharsets.UTF_8));
            case SMALL_INTEGER -> Json.of(in.get() & 255);
            case INTEGER -> Json.of(in.getInt());
            case SMALL_BIG -> big(in);
            case LIST -> list(in);
            case NIL -> JsonArray.EMPTY;
            default -> throw new IllegalArgumentException("no key of ours");
        };
    }

    private static Json big(ByteBuffer in) {
        int length = in.get() & 255;
        boolean negative = in.get() != 0;
        long value = 0;
        byte[] bytes = bytes(in, length);
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[i] & 255);
        }
        return Json.of(negative ? -value : value);
    }

    private static Json list(ByteBuffer in) {
        int size = in.getInt();
        if (size < 0 || size > MOST_ELEMENTS) {
            throw new IllegalArgumentException("no key of ours");
        }
        List<Json> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(read(in));
        }
        if ((in.get() & 255) != NIL) {
            throw new IllegalArgumentException("no key of ours");
        }
        return new JsonArray(elements);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
