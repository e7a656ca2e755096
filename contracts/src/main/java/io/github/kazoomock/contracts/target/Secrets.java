package io.github.kazoomock.contracts.target;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that must not be printed nor reported, and its removal from texts. */
public final class Secrets {
    private static final String INSTEAD = "***";

    /** Shorter ones would black out ordinary words. */
    private static final int SHORTEST = 4;

    /** A token, or the beginning of one that was cut off. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*){0,2}");

    /** The longest first, since one may contain another. */
    private final Set<String> known =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Adds some. */
    public synchronized void add(Collection<String> secrets) {
        secrets.stream().filter(each -> each.length() >= SHORTEST).forEach(known::add);
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
