package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** How a quickcall is to be made, from body and query (pbx sheet 17). */
record QuickcallOptions(Call call) {
    /** What it reads of data, query or envelope. */
    static final String[] NAMES = {
        "auto_answer",
        "caller-id-name",
        "caller-id-number",
        "cid-name",
        "cid-number",
        "ignore-early-media",
        "media",
        "number_filter",
        "target_call_id",
        "timeout"
    };

    private static final long TIMEOUT_S = 30;
    private static final Pattern PUNCTUATION = Pattern.compile("[ ,.()-]");

    @Nullable
    String text(String name) {
        return call.options().text(name);
    }

    @Nullable
    String textOr(String name, @Nullable String fallback) {
        String text = text(name);
        return text == null ? fallback : text;
    }

    /** A switch that is on unless something else than {@code true} was sent. */
    boolean isOn(String name) {
        return !call.options().isFalse(name);
    }

    /** Whether the first phone answers by itself; 5.0 reads that from the query alone. */
    boolean answersByItself() {
        if (call.does(Decision.QUICKCALLS_NAME_THEIR_CALLER)) {
            return isOn("auto_answer");
        }
        String sent = call.query().first("auto_answer");
        return sent == null || sent.equals("true");
    }

    /** Seconds that the first phones ring. */
    long timeout() {
        String text = text("timeout");
        try {
            long seconds = text == null ? TIMEOUT_S : Long.parseLong(text);
            return seconds > 3 ? seconds : TIMEOUT_S;
        } catch (NumberFormatException e) {
            return TIMEOUT_S;
        }
    }

    /** The number to be called: without punctuation, or what {@code number_filter} says. */
    String number() {
        String number = call.argument(0);
        String filter = call.query().first("number_filter");
        if (filter == null || filter.equals("true")) {
            return PUNCTUATION.matcher(number).replaceAll("");
        }
        return filter.equals("false") ? number : captured(number, filter);
    }

    /** The first group of an expression; the whole number when the expression does not match or is none. */
    private static String captured(String number, String filter) {
        try {
            Matcher matcher = Pattern.compile(filter).matcher(number);
            String group = matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : null;
            return group == null ? number : group;
        } catch (PatternSyntaxException e) {
            return number;
        }
    }
}
