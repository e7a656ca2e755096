package io.github.kazoomock.schemas;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * PCRE's expressions, as the schemas use them, for Java's engine: not anchored, POSIX classes, {@code [} without meaning
 * inside a class (core sheet 7.3).
 */
final class Regexes {
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alnum", "Alnum"),
            Map.entry("alpha", "Alpha"),
            Map.entry("ascii", "ASCII"),
            Map.entry("blank", "Blank"),
            Map.entry("cntrl", "Cntrl"),
            Map.entry("digit", "Digit"),
            Map.entry("graph", "Graph"),
            Map.entry("lower", "Lower"),
            Map.entry("print", "Print"),
            Map.entry("punct", "Punct"),
            Map.entry("space", "Space"),
            Map.entry("upper", "Upper"),
            Map.entry("xdigit", "XDigit"));

    private Regexes() {}

    /** The same pattern for the same text. @throws PatternSyntaxException when it is none */
    static Pattern compile(String regex) {
        return COMPILED.computeIfAbsent(regex, Regexes::java);
    }

    /** Does the expression match anywhere in the text? */
    static boolean find(String regex, String text) {
        return compile(regex).matcher(text).find();
    }

    /** Whether a text is an expression; unlike those of schemas it is not kept, clients can send any number of them. */
    static boolean isExpression(String text) {
        try {
            return java(text) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Pattern java(String regex) {
        return Pattern.compile(rewritten(regex), Pattern.UNIX_LINES);
    }

    private static String rewritten(String regex) {
        StringBuilder out = new StringBuilder(regex.length() + 16);
        int start = -1; // where the open class starts, -1 outside of one
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                out.append(c).append(regex.charAt(++i));
            } else if (start < 0) {
                start = c == '[' ? i : -1;
                out.append(c);
            } else if (c == '[') {
                i = bracket(regex, i, out);
            } else if (c == '&') {
                out.append("\\&");
            } else if (c == ']' && i == (regex.charAt(start + 1) == '^' ? start + 2 : start + 1)) {
                out.append("\\]"); // first in its class: a literal
            } else {
                start = c == ']' ? -1 : start;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Writes what the {@code [} at the index means inside a class; returns the index of its last character. */
    private static int bracket(String regex, int i, StringBuilder out) {
        int end = regex.startsWith("[:", i) ? regex.indexOf(":]", i) : -1;
        boolean negated = end > 0 && regex.charAt(i + 2) == '^';
        String name = end > 0 ? POSIX.get(regex.substring(i + (negated ? 3 : 2), end)) : null;
        if (name == null) {
            out.append("\\[");
            return i;
        }
        out.append(negated ? "\\P{" : "\\p{").append(name).append('}');
        return end + 1;
    }
}
