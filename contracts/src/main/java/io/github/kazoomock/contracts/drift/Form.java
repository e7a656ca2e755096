package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.JsonNumber;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of thing a text or a number is when its value means nothing by itself. */
enum Form {
    /** A document, an account, a request; also with year and month before it. */
    ID("an id", "(\\d{6}-)?[0-9a-f]{32}"),
    KEY("a key", "[0-9a-f]{64}"),
    UUID("a UUID", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    TOKEN("a token", "[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
    REVISION("a revision", "\\d+-[0-9a-f]{32}"),
    TIME("an ISO time", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?"),
    HTTP_DATE("a date of HTTP", "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d? [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT"),
    DATE("a date", "\\d{4}-\\d\\d-\\d\\d"),
    /** Seconds since the year 0, as KAZOO counts; in a text, as older replies have them. */
    GREGORIAN("Gregorian seconds", "6[2-6]\\d{9}"),
    UNIX("Unix seconds", "1\\d{9}"),
    UNIX_MILLISECONDS("Unix milliseconds", "1\\d{12}"),
    GREGORIAN_MILLISECONDS("Gregorian milliseconds", "6[2-6]\\d{12}"),
    MICROSECONDS("microseconds", "(1\\d{15}|6[2-6]\\d{15})"),
    /** Made by a live run, with a mark that no other run has. */
    SCRATCH("a user of the scratch account", "scratch-(admin|user)(-.*)?"),
    PLAIN("", "");

    private static final Form[] ALL = values();
    private static final Set<Form> TIMES =
            EnumSet.of(GREGORIAN, UNIX, UNIX_MILLISECONDS, GREGORIAN_MILLISECONDS, MICROSECONDS);

    private final String words;
    private final Pattern pattern;

    Form(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern);
    }

    /** {@code an id}. */
    String words() {
        return words;
    }

    /** Things that other things refer to. */
    boolean isReference() {
        return this == ID || this == KEY || this == UUID;
    }

    static Form of(String text) {
        for (Form form : ALL) {
            if (form != PLAIN && form.pattern.matcher(text).matches()) {
                return form;
            }
        }
        return PLAIN;
    }

    /** The form of a number: a time, or plain. */
    static Form of(JsonNumber number) {
        Form form = number.isInteger() ? of(number.toString()) : PLAIN;
        return TIMES.contains(form) ? form : PLAIN;
    }
}
