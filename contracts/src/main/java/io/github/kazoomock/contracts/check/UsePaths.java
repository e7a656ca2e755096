package io.github.kazoomock.contracts.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Addresses of requests, taken apart. */
final class UsePaths {
    private static final Pattern HOST = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*");
    private static final Pattern SANDBOX = Pattern.compile("^/sandboxes/[^/]+(?=/v\\d)");

    private UsePaths() {}

    /** The path of an address or path, without the prefix of a sandbox of the mock. */
    static String below(String address) {
        String path = HOST.matcher(address).replaceFirst("").split("[?#]", 2)[0];
        return SANDBOX.matcher(path.isEmpty() ? "/" : path).replaceFirst("");
    }

    /** The names of a query string with their first values; a name without value counts as {@code true}. */
    static Map<String, String> query(String text) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                pairs.putIfAbsent(name, equals < 0 ? "true" : decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
