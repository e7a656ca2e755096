package io.github.kazoomock.server.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Lower-case hexadecimal digests of UTF-8 text and bytes. */
public final class Hash {
    private Hash() {}

    /** 32 characters. */
    public static String md5(String text) {
        return md5(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 32 characters. */
    public static String md5(byte[] bytes) {
        return hex("MD5", bytes);
    }

    /** 40 characters. */
    public static String sha1(String text) {
        return hex("SHA-1", text.getBytes(StandardCharsets.UTF_8));
    }

    /** 64 characters. */
    public static String sha256(String text) {
        return hex("SHA-256", text.getBytes(StandardCharsets.UTF_8));
    }

    /** 32 characters that look like chance, the same for the same two numbers; much cheaper than a digest. */
    public static String mixed(long seed, long number) {
        long first = mix(mix(seed) + number);
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(mix(first ^ seed));
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has the three
        }
    }
}
