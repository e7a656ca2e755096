package io.github.kazoomock.server.crossbar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-decoding as Cowboy does it: bytes that are no UTF-8 are replaced, a broken escape is an error. */
final class Percent {
    private Percent() {}

    /** @throws IllegalArgumentException on a {@code %} that is not followed by two hexadecimal digits */
    static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && !(plusIsSpace && text.indexOf('+') >= 0)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '+' && plusIsSpace) {
                out.write(' ');
            } else if (bytes[i] == '%') {
                out.write(16 * digit(bytes, i + 1) + digit(bytes, i + 2));
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int digit(byte[] bytes, int at) {
        int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("broken percent-encoding");
        }
        return digit;
    }
}
