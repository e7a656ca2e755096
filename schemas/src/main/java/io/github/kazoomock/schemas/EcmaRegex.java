package io.github.kazoomock.schemas;

import java.util.Map;

/**
 * PCRE's expressions, as the schemas use them, for engines of ECMA-262 with and without its {@code u} flag: POSIX
 * classes spelt out, {@code [} escaped inside a class, no escapes that mean nothing.
 */
final class EcmaRegex {
    /** First and last characters of the ranges of each class. */
    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alnum", "09AZaz"),
            Map.entry("alpha", "AZaz"),
            Map.entry("ascii", "\u0000\u007f"),
            Map.entry("blank", "\t\t  "),
            Map.entry("cntrl", "\u0000\u001f\u007f\u007f"),
            Map.entry("digit", "09"),
            Map.entry("graph", "!~"),
            Map.entry("lower", "az"),
            Map.entry("print", " ~"),
            Map.entry("punct", "!/:@[`{~"),
            Map.entry("space", "\t\r  "),
            Map.entry("upper", "AZ"),
            Map.entry("word", "09AZ__az"),
            Map.entry("xdigit", "09AFaf"));

    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private final String regex;
    private final StringBuilder out = new StringBuilder();
    private int start = -1; // where the open class starts, -1 outside of one

    private EcmaRegex(String regex) {
        this.regex = regex;
    }

    /** The expression that matches the same texts. */
    static String of(String regex) {
        return new EcmaRegex(regex).rewritten();
    }

    private String rewritten() {
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                escape(regex.charAt(++i));
            } else if (start < 0) {
                start = c == '[' ? i : -1;
                out.append(c);
            } else if (c == '[') {
                i = bracket(i);
            } else if (c == ']' && i == (regex.charAt(start + 1) == '^' ? start + 2 : start + 1)) {
                out.append("\\]"); // first in its class: a literal
            } else {
                start = c == ']' ? -1 : start;
                out.append(c);
            }
        }
        return out.toString();
    }

    private void escape(char c) {
        boolean means = Character.isLetterOrDigit(c) || SYNTAX.indexOf(c) >= 0 || (c == '-' && start >= 0);
        out.append(means ? "\\" : "").append(c);
    }

    /** Writes what the {@code [} at the index means inside a class; returns the index of its last character. */
    private int bracket(int i) {
        int end = regex.startsWith("[:", i) ? regex.indexOf(":]", i) : -1;
        boolean negated = end > 0 && regex.charAt(i + 2) == '^';
        String ranges = end > 0 ? POSIX.get(regex.substring(i + (negated ? 3 : 2), end)) : null;
        if (ranges == null) {
            out.append("\\[");
            return i;
        }
        ranges(negated ? complement(ranges) : ranges);
        return end + 1;
    }

    private void ranges(String ranges) {
        for (int i = 0; i < ranges.length(); i += 2) {
            character(ranges.charAt(i));
            if (ranges.charAt(i) != ranges.charAt(i + 1)) {
                out.append('-');
                character(ranges.charAt(i + 1));
            }
        }
    }

    private static String complement(String ranges) {
        StringBuilder others = new StringBuilder();
        int next = 0;
        for (int i = 0; i < ranges.length(); i += 2) {
            if (ranges.charAt(i) > next) {
                others.append((char) next).append((char) (ranges.charAt(i) - 1));
            }
            next = ranges.charAt(i + 1) + 1;
        }
        return others.append((char) next).append('\uffff').toString();
    }

    private void character(char c) {
        if (c < '0' || c > 'z' || (!Character.isLetterOrDigit(c) && c != '_')) {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
