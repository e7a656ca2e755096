package io.github.kazoomock.server.auth;

import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How numbers lead to accounts (auth sheet 5). */
public final class PhoneNumbers {
    /** By E.164 number, which is the id of its document; only numbers that calls may reach. */
    public static final Index ASSIGNED = new Index(
            "phone_numbers/assigned",
            "phone_number",
            (account, document) -> inService(document.hidden().textOr("pvt_state", "in_service"))
                    ? List.of(document.id())
                    : List.of());

    private static final Set<String> REACHABLE = Set.of("in_service", "reserved", "port_in");

    private static final Pattern NORTH_AMERICAN = Pattern.compile("1?([2-9]\\d{2}[2-9]\\d{6})");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:011|00)(\\d+)");
    private static final Pattern WITH_COUNTRY = Pattern.compile("[2-9]\\d{7,}");

    private PhoneNumbers() {}

    /**
     * The number in E.164, by the dialing rules of the United States, which KAZOO comes with: {@code +14158867900} for
     * {@code 415-886-7900}. What is no such number, an extension say, stays as it is.
     */
    public static String e164(String number) {
        String digits = number.replaceAll("[^0-9]", "");
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

    private static boolean inService(String state) {
        return REACHABLE.contains(state);
    }
}
