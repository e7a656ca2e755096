package io.github.kazoomock.contracts.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the place of a value: always the same for the same value, so that what belonged together still does. */
final class Pseudonyms {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+|[0-9A-F]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]{2,}|\\p{L}(?![\\p{L}\\p{M}])");
    private static final int SHORT = 12;
    private static final int LONG = 16;

    /** What switches say instead of a name. */
    private static final Set<String> NOBODY = Set.of("anonymous", "unknown", "restricted", "private", "unavailable");

    private final Keyed keyed;
    private final Numbers numbers;
    private final List<String> names = names();

    Pseudonyms(Keyed keyed) {
        this.keyed = keyed;
        this.numbers = new Numbers(keyed);
    }

    /** @param value not empty; of a name or a number, no text around it */
    String of(Kind kind, String value) {
        return switch (kind) {
            case TOKEN -> "redacted-token-" + hex("token", value, LONG);
            case SECRET -> "redacted-" + hex("secret", value, SHORT);
            case HASH -> HEX.matcher(value).matches() ? sameLength(value) : "redacted-" + hex("secret", value, SHORT);
            case DIGITS -> sameShape(value);
            case EMAIL -> email(value);
            case NUMBER -> numbers.of(value);
            case NAME -> name(value);
            case STREET -> (keyed.number("street", value) % 9_999 + 1) + " Example Street";
            case IP -> address(value);
            case FILE -> "";
        };
    }

    private String hex(String what, String value, int digits) {
        return keyed.hex(what, value).substring(0, digits);
    }

    private String sameLength(String value) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < value.length()) {
            hex.append(keyed.hex("hash " + hex.length(), value.toLowerCase(Locale.ROOT)));
        }
        hex.setLength(value.length());
        boolean upper = !value.equals(value.toLowerCase(Locale.ROOT));
        return upper ? hex.toString().toUpperCase(Locale.ROOT) : hex.toString();
    }

    private String sameShape(String value) {
        String source = keyed.hex("digits", value);
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            int number = (source.charAt(i % source.length()) * 31 + source.charAt((i * 7 + 3) % source.length())) % 260;
            if (Character.isDigit(each)) {
                shape.append((char) ('0' + number % 10));
            } else if (Character.isLetter(each)) {
                shape.append((char) ((Character.isUpperCase(each) ? 'A' : 'a') + number % 26));
            } else {
                shape.append(each);
            }
        }
        return shape.toString();
    }

    private String email(String value) {
        String at = value.contains("%40") ? "%40" : "@";
        String canonical = value.toLowerCase(Locale.ROOT).replace("%40", "@");
        return "person-" + hex("email", canonical, 8) + at + "example.com";
    }

    private String name(String value) {
        return WORD.matcher(value)
                .replaceAll(word -> Matcher.quoteReplacement(
                        NOBODY.contains(word.group().toLowerCase(Locale.ROOT)) ? word.group() : word(word.group())));
    }

    private String word(String word) {
        String made = names.get((int) (keyed.number("name", word.toLowerCase(Locale.ROOT)) % names.size()));
        boolean isUpper = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        boolean isLower = word.equals(word.toLowerCase(Locale.ROOT));
        return isUpper ? made.toUpperCase(Locale.ROOT) : isLower ? made.toLowerCase(Locale.ROOT) : made;
    }

    /** Of the networks that RFC 5737 and RFC 3849 keep for documents. */
    private String address(String value) {
        long number = keyed.number("ip", value.toLowerCase(Locale.ROOT));
        if (value.contains(":")) {
            return "2001:db8::" + Long.toHexString(number % 0x10000) + ":"
                    + Long.toHexString(number / 0x10000 % 0x10000);
        }
        List<String> networks = List.of("192.0.2.", "198.51.100.", "203.0.113.");
        return networks.get((int) (number % networks.size())) + (number / networks.size() % 254 + 1);
    }

    private static List<String> names() {
        try (InputStream in = Pseudonyms.class.getResourceAsStream("names.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks names.txt");
            }
            return List.of(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).trim().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
