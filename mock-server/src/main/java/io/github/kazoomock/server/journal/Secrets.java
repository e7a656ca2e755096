package io.github.kazoomock.server.journal;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is left out of exports, which people send to others: tokens, credentials, passwords, pins, keys. */
final class Secrets {
    /** In place of a secret. */
    static final String MASK = "***";

    /** Headers, in lower case. */
    private static final Set<String> HEADERS =
            Set.of("authorization", "cookie", "proxy-authorization", "set-cookie", "x-auth-token");

    /** Keys of JSON, queries and forms, whole, in lower case. */
    private static final Set<String> KEYS = Set.of(
            "a1_hash",
            "authorization",
            "cookie",
            "credentials",
            "cvv",
            "jwt",
            "passwd",
            "payment_method_nonce",
            "nonce",
            "pin",
            "pins",
            "private_key",
            "pvt_md5_auth",
            "pvt_sha1_auth",
            "reset_id",
            "reset_key",
            "secret");

    /** How such keys end: {@code auth_token}, {@code pvt_api_key}, {@code member_pin}. */
    private static final List<String> ENDINGS = List.of(
            "password", "token", "api_key", "apikey", "_pin", "_pins", "_secret", "_credentials", "_secret_key");

    /** A key whose value is a number of a card only beside those of a card. */
    private static final Set<String> CARD = Set.of("number", "cvv", "expiration_date");

    private static final Set<String> CARDS = Set.of("credit_card", "card");

    /** A token wherever it stands: in a path, in a text. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    /** A pair in something that looks like JSON or a form and is neither. */
    private static final Pattern PAIR =
            Pattern.compile("([A-Za-z0-9_]+)(\"?\\s*[:=]\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"?|\\[[^\\]]*]?|[^\\s,&;}\"]+)");

    private Secrets() {}

    static boolean isHeader(String name) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isKey(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return KEYS.contains(lower) || ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** A header's value as it may be shown. */
    static String header(String name, String value) {
        return isHeader(name) ? MASK : text(value);
    }

    /** A path. */
    static String path(String path) {
        return TOKEN.matcher(path).replaceAll(MASK).replaceFirst("(/user_auth/recovery/)[^/?]+", "$1" + MASK);
    }

    /** A raw query. */
    static String query(String query) {
        List<String> pairs = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            boolean secret = equals >= 0 && isKey(decoded(pair.substring(0, equals)));
            pairs.add(secret ? pair.substring(0, equals + 1) + MASK : text(pair));
        }
        return String.join("&", pairs);
    }

    private static String decoded(String key) {
        try {
            return java.net.URLDecoder.decode(key, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return key;
        }
    }

    /** A body: exactly where it is JSON, by what it looks like where it is not. */
    static String body(String text) {
        try {
            Json json = Json.parse(text);
            Json masked = json(json);
            return masked.equals(json) ? text : masked.toString();
        } catch (JsonSyntaxException e) {
            return text(text);
        }
    }

    static Json json(Json value) {
        return json(value, false);
    }

    private static Json json(Json value, boolean ofCard) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder masked = JsonObject.builder();
            object.forEach((key, each) -> {
                boolean secret = isKey(key) || (ofCard && CARD.contains(key));
                masked.put(key, secret ? mask(each) : json(each, CARDS.contains(key)));
            });
            return masked.build();
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(
                    array.values().stream().map(item -> json(item, ofCard)).toList());
        }
        String text = value.text();
        return text == null ? value : Json.of(TOKEN.matcher(text).replaceAll(MASK));
    }

    /** Whatever is secret: one value, or each of a list; nothing stays nothing, and switches stay what they are. */
    private static Json mask(Json secret) {
        if (secret instanceof JsonArray array) {
            return new JsonArray(array.values().stream().map(Secrets::mask).toList());
        }
        if (secret instanceof JsonObject object) {
            JsonObject.Builder masked = JsonObject.builder();
            object.forEach((key, value) -> masked.put(key, mask(value)));
            return masked.build();
        }
        return secret instanceof JsonLiteral ? secret : Json.of(MASK);
    }

    private static String text(String text) {
        String pairs = PAIR.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        isKey(found.group(1))
                                ? found.group(1) + found.group(2) + masked(found.group(3))
                                : found.group()));
        return TOKEN.matcher(pairs).replaceAll(MASK);
    }

    private static String masked(String value) {
        return value.startsWith("\"") ? "\"" + MASK + "\"" : MASK;
    }
}
