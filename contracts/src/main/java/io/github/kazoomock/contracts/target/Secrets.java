package io.github.kazoomock.contracts.target;

import java.util.Comparator;
import java.util.TreeSet;
import java.util.Collection;
import java.util.Set;

/** Everything that must not be printed nor reported, and its removal from texts. */
public final class Secrets {
    private static final String INSTEAD = "***";

    /** Shorter ones would black out ordinary words. */
    private static final int SHORTEST = 4;

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
        return clean;
    }
}
