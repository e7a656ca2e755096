package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.world.Gregorian;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What lists show of a call record (pbx sheet 13.1): all keys, empty texts for what it does not say.
 *
 * @param utcOffset seconds that {@code datetime} is ahead of UTC
 * @param forReseller with what the call costs the reseller
 */
record CdrRow(long utcOffset, boolean forReseller) {
    private static final DateTimeFormatter DATE_TIME = utc("uuuu-MM-dd_HH:mm:ss");
    private static final DateTimeFormatter DATE = utc("uuuu-MM-dd");
    private static final DateTimeFormatter COMBINED = utc("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter RFC_1036 = utc("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }

    JsonObject of(Cdr cdr) {
        JsonObject.Builder row = JsonObject.builder();
        call(row, cdr);
        parties(row, cdr);
        times(row, cdr);
        row.put("call_type", cdr.variable("account_billing"))
                .put("rate", CdrCost.rate(cdr))
                .put("rate_name", cdr.variable("rate_name"))
                .put("bridge_id", cdr.variable("bridge_id"))
                .put("recording_url", cdr.text("recording_url"))
                .put("media_recordings", recordings(cdr))
                .put("media_server", cdr.text("media_server"))
                .put("call_priority", priority(cdr))
                .put("interaction_id", cdr.text("interaction_id"));
        if (forReseller) {
            row.put("reseller_cost", Long.toString(CdrCost.of(cdr, "reseller_billing")))
                    .put("reseller_call_type", cdr.variable("reseller_billing"));
        }
        return row.build();
    }

    private static void call(JsonObject.Builder row, Cdr cdr) {
        row.put("id", cdr.document().id())
                .put("call_id", cdr.text("call_id"))
                .put("caller_id_number", cdr.text("caller_id_number"))
                .put("caller_id_name", cdr.text("caller_id_name"))
                .put("callee_id_number", cdr.text("callee_id_number"))
                .put("callee_id_name", cdr.text("callee_id_name"))
                .put("duration_seconds", cdr.number("duration_seconds"))
                .put("billing_seconds", cdr.number("billing_seconds"))
                .put("timestamp", Long.toString(cdr.begin()))
                .put("hangup_cause", cdr.text("hangup_cause"))
                .put("other_leg_call_id", cdr.text("other_leg_call_id"));
    }

    private static void parties(JsonObject.Builder row, Cdr cdr) {
        row.put("owner_id", cdr.variable("owner_id"))
                .put("to", cdr.text("to"))
                .put("from", cdr.text("from"))
                .put("direction", cdr.text("call_direction"))
                .put("request", cdr.text("request"))
                .put("authorizing_id", authorizingId(cdr))
                .put("cost", Long.toString(CdrCost.of(cdr, "account_billing")))
                .put("dialed_number", user(cdr.text(cdr.isInbound() ? "request" : "to")))
                .put("calling_from", cdr.isInbound() ? cdr.text("caller_id_number") : user(cdr.text("from_uri")));
    }

    private void times(JsonObject.Builder row, Cdr cdr) {
        Instant begin = Gregorian.instant(cdr.begin());
        row.put("datetime", DATE_TIME.format(begin.plusSeconds(utcOffset)))
                .put("unix_timestamp", Long.toString(begin.getEpochSecond()))
                .put("unix_timestamp_micro", Long.toString(cdr.createdMicros()))
                .put("rfc_1036", RFC_1036.format(begin))
                .put("iso_8601", DATE.format(begin))
                .put("iso_8601_combined", COMBINED.format(begin));
    }

    /** A call that the account itself authorised was authorised by nobody in it. */
    private static String authorizingId(Cdr cdr) {
        String id = cdr.variable("authorizing_id");
        return id.equals(cdr.variable("account_id")) ? "" : id;
    }

    private static String priority(Cdr cdr) {
        String priority = cdr.text("call_priority");
        return priority.isEmpty() ? cdr.variable("call_priority") : priority;
    }

    private static JsonArray recordings(Cdr cdr) {
        Json own = cdr.document().open().get("media_recordings");
        Json recordings = own == null ? cdr.document().open().at(Cdr.VARIABLES, "media_recordings") : own;
        if (recordings instanceof JsonArray list) {
            return list;
        }
        return recordings instanceof JsonText one ? JsonArray.of(one) : JsonArray.EMPTY;
    }

    private static String user(String address) {
        int at = address.indexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }
}
