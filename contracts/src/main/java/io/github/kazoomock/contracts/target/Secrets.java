package io.github.kazoomock.contracts.target;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that must not be printed nor reported, and its removal from texts. */
public final class Secrets {
    private static final String INSTEAD = "***";

    /** Shorter ones would black out ordinary words. */
    private static final int SHORTEST = 4;

    /** Words like "user" are passwords of somebody. */
    private static final int SHORTEST_LEARNT = 8;

    private static final Pattern SECRET_KEY = Pattern.compile("api_key|auth_token|password|credentials|secret");

    /** A token, or the beginning of one that was cut off. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*){0,2}");

    /** The longest first, since one may contain another. */
    private final Set<String> known =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Adds some. */
    public synchronized void add(Collection<String> secrets) {
        secrets.stream().filter(each -> each.length() >= SHORTEST).forEach(known::add);
    }

    /** Adds what an answer shows of passwords, keys and tokens; whose they are does not matter. */
    void learn(@Nullable Json answer) {
        if (answer instanceof JsonObject object) {
            object.forEach((key, value) -> {
                String text = value.text();
                if (text != null && SECRET_KEY.matcher(key).find() && text.length() >= SHORTEST_LEARNT) {
                    add(List.of(text));
                } else {
                    learn(value);
                }
            });
        } else if (answer instanceof JsonArray array) {
            array.forEach(this::learn);
        }
    }

    /** The text with every secret blacked out. */
    public synchronized String scrub(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, INSTEAD);
        }
        return TOKEN.matcher(clean).replaceAll(Matcher.quoteReplacement(INSTEAD));
    }
}
