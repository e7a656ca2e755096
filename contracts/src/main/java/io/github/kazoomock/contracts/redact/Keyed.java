package io.github.kazoomock.contracts.redact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes that nobody can try values against without the key. */
final class Keyed {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Keyed(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** With a key that is in memory only. */
    static Keyed random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Keyed(key);
    }

    /** The same hashes for the same text. */
    static Keyed with(String text) {
        return new Keyed(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * 64 hexadecimal digits.
     *
     * @param what so that a value of one kind says nothing about another
     */
    String hex(String what, String value) {
        return HexFormat.of().formatHex(hash(what, value));
    }

    /** Any number but a negative one. */
    long number(String what, String value) {
        return ByteBuffer.wrap(hash(what, value)).getLong() & Long.MAX_VALUE;
    }

    private byte[] hash(String what, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((what + "\0" + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
