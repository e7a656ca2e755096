package io.github.kazoomock.json;

import java.nio.charset.StandardCharsets;

/**
 * {@link Json} to text, as KAZOO writes it: raw UTF-8, {@code /} not escaped.
 *
 * <p>Hand-written because the bytes of a document are the hot path of every reply: no generator, no buffers to recycle.
 */
final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder(256);
    private final boolean indented;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    static byte[] compact(Json value) {
        return string(value).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] indented(Json value) {
        JsonWriter writer = new JsonWriter(true);
        writer.value(value, 0);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String string(Json value) {
        JsonWriter writer = new JsonWriter(false);
        writer.value(value, 0);
        return writer.out.toString();
    }

    private void value(Json value, int depth) {
        if (value instanceof JsonText text) {
            text(text.value());
        } else if (value instanceof JsonObject object) {
            object(object, depth);
        } else if (value instanceof JsonArray array) {
            array(array, depth);
        } else {
            out.append(value);
        }
    }

    private void object(JsonObject object, int depth) {
        out.append('{');
        for (int i = 0; i < object.size(); i++) {
            separate(i, depth + 1);
            text(object.keyAt(i));
            out.append(indented ? ": " : ":");
            value(object.valueAt(i), depth + 1);
        }
        close('}', object.size(), depth);
    }

    private void array(JsonArray array, int depth) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            separate(i, depth + 1);
            value(array.get(i), depth + 1);
        }
        close(']', array.size(), depth);
    }

    private void separate(int index, int depth) {
        if (index > 0) {
            out.append(',');
        }
        newLine(depth);
    }

    private void close(char bracket, int size, int depth) {
        if (size > 0) {
            newLine(depth);
        }
        out.append(bracket);
    }

    private void newLine(int depth) {
        if (indented) {
            out.append('\n').append(INDENT.repeat(depth));
        }
    }

    private void text(String text) {
        out.append('"');
        if (isClean(text)) {
            out.append(text);
        } else {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (isClean(c)) {
                    out.append(c);
                } else {
                    escape(c);
                }
            }
        }
        out.append('"');
    }

    /** True when nothing needs escaping: nearly always, and looked at as bytes twice as fast as by character. */
    private static boolean isClean(String text) {
        for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
            if (!isClean((char) (b & 255))) {
                return false;
            }
        }
        return true; // a character that is not Latin-1 was looked at as a question mark, and is as clean
    }

    private static boolean isClean(char c) {
        return c >= 0x20 && c != '"' && c != '\\';
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append("\\u00").append((char) HEX[c >> 4]).append((char) HEX[c & 15]);
        }
    }
}
