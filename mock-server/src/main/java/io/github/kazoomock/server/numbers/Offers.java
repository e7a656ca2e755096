package io.github.kazoomock.server.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The carrier inside the mock: it offers about every fourth number that can exist, always the same ones, so that what a
 * search showed can be bought without having been kept.
 */
public final class Offers {
    /** How many numbers a carrier offers for one prefix. */
    private static final int MOST = 500;

    private static final Pattern DIGITS = Pattern.compile("\\+[1-9]\\d{2,11}");
    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[2-9]\\d{2}[2-9]\\d{6}");
    private static final Pattern ABROAD = Pattern.compile("\\+[2-9]\\d{11}");

    /** In North America 1, area, exchange and line; elsewhere as many digits as most countries have. */
    private static final int LENGTH_NORTH_AMERICAN = 11;

    private static final int LENGTH_ABROAD = 12;

    private Offers() {}

    /** True when the carrier sells this number. */
    public static boolean has(String e164) {
        boolean exists =
                NORTH_AMERICAN.matcher(e164).matches() || ABROAD.matcher(e164).matches();
        return exists && isOffered(Long.parseLong(e164.substring(1)));
    }

    /** What the carrier sells under a prefix, in order. */
    public static List<String> under(String prefix) {
        List<String> offers = new ArrayList<>();
        int length = prefix.startsWith("+1") ? LENGTH_NORTH_AMERICAN : LENGTH_ABROAD;
        int open = length - (prefix.length() - 1);
        if (!DIGITS.matcher(prefix).matches() || open < 0) {
            return offers;
        }
        long size = 1;
        for (int i = 0; i < open; i++) {
            size *= 10;
        }
        long first = Long.parseLong(prefix.substring(1)) * size;
        long at = first;
        while (at < first + size && offers.size() < MOST) {
            at = length == LENGTH_NORTH_AMERICAN ? existing(at) : at;
            if (at < first + size && isOffered(at)) {
                offers.add("+" + at);
            }
            at++;
        }
        return offers;
    }

    /** The number itself, or the first one behind it whose area and exchange can exist. */
    private static long existing(long number) {
        long area = number / 10_000_000 % 1000;
        if (area < 200) {
            return number / 10_000_000_000L * 10_000_000_000L + 2_002_000_000L;
        }
        long exchange = number / 10_000 % 1000;
        return exchange < 200 ? number / 10_000_000 * 10_000_000 + 2_000_000 : number;
    }

    private static boolean isOffered(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return ((mixed ^ (mixed >>> 32)) & 3) == 0;
    }
}
