package io.github.kazoomock.server.crossbar;

import java.text.Normalizer;
import java.util.Locale;

/**
 * CouchDB's order of texts as a key that sorts by its characters: white space, punctuation, symbols, digits, letters;
 * case and accents count only between equals, lower case first (core sheet 8.2).
 */
public final class Collation {
    private static final java.util.regex.Pattern MARKS = java.util.regex.Pattern.compile("\\p{M}+");

    /** Between what counts first and what counts among equals; sorts before all of it. */
    private static final char LEVEL = '\u0001';

    private Collation() {}

    /** A key that is before another exactly when its text is. */
    public static String key(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        String accented = decomposed.toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(text.length() * 5);
        MARKS.matcher(accented)
                .replaceAll("")
                .codePoints()
                .forEach(c -> key.append(rank(c)).appendCodePoint(c));
        key.append(LEVEL).append(accented).append(LEVEL);
        decomposed.codePoints().forEach(c -> key.append(Character.isUpperCase(c) ? '2' : '1'));
        return key.toString();
    }

    private static char rank(int c) {
        if (Character.isWhitespace(c)) {
            return '2';
        }
        if (Character.isLetter(c)) {
            return '6';
        }
        if (Character.isDigit(c)) {
            return '5';
        }
        return switch (Character.getType(c)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                '4';
            default -> '3';
        };
    }
}
