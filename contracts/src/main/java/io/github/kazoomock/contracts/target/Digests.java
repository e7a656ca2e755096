package io.github.kazoomock.contracts.target;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What KAZOO takes instead of a password. */
final class Digests {
    private Digests() {}

    /** MD5 of user and password in lower-case hex; the server hashes the lower-cased username (auth sheet 5). */
    static String credentials(String username, String password) {
        String text = username.toLowerCase(Locale.ROOT) + ":" + password;
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
