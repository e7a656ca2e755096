package io.github.kazoomock.server.crossbar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers as KAZOO stores them, by the dialing rules of the United States, which it comes with. */
public final class E164 {
    private static final Pattern NORTH_AMERICAN = Pattern.compile("1?([2-9]\\d{2}[2-9]\\d{6})");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:011|00)(\\d{5,})");
    private static final Pattern WITH_COUNTRY = Pattern.compile("[2-9]\\d{7,}");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\d]");

    private E164() {}

    /** {@code +14158867900} for {@code 415-886-7900}; what is no such number, an extension say, stays as it is. */
    public static String of(String number) {
        String digits = PUNCTUATION.matcher(number).replaceAll("");
        Matcher northAmerican = NORTH_AMERICAN.matcher(digits);
        if (northAmerican.matches()) {
            return "+1" + northAmerican.group(1);
        }
        if (number.strip().startsWith("+")) {
            return "+" + digits;
        }
        Matcher international = INTERNATIONAL.matcher(digits);
        if (international.matches()) {
            return "+" + international.group(1);
        }
        return WITH_COUNTRY.matcher(digits).matches() ? "+" + digits : number;
    }
}
