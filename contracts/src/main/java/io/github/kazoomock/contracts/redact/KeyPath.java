package io.github.kazoomock.contracts.redact;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which keys a rule is about: {@code *_pin}, or with those around it {@code caller_id/*}{@code /number}. Case and the
 * difference between {@code -} and {@code _} do not count.
 *
 * @param steps the last is the key, those before it the keys around it
 */
record KeyPath(List<Pattern> steps) {
    KeyPath {
        steps = List.copyOf(steps);
    }

    static KeyPath of(String text) {
        return new KeyPath(Stream.of(text.split("/")).map(KeyPath::glob).toList());
    }

    private static Pattern glob(String step) {
        return Pattern.compile(Pattern.quote(folded(step)).replace("*", "\\E.*\\Q"));
    }

    /** How keys compare. */
    static String folded(String key) {
        return key.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** @param path keys from the outermost on, folded */
    boolean matches(List<String> path) {
        int offset = path.size() - steps.size();
        if (offset < 0) {
            return false;
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).matcher(path.get(offset + i)).matches()) {
                return false;
            }
        }
        return true;
    }
}
