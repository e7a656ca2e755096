package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.util.Map;
import java.util.Set;

/** Call records, of which lists show the beginning and documents the end (pbx sheet 13). */
final class CallsLearnt implements Learning.Special {
    private static final String COLLECTION = "cdrs";
    private static final String VARIABLES = "custom_channel_vars";

    /** Keys of rows that records have by the same name. */
    private static final Set<String> SAME = Set.of(
            "call_id",
            "caller_id_number",
            "caller_id_name",
            "callee_id_number",
            "callee_id_name",
            "duration_seconds",
            "billing_seconds",
            "hangup_cause",
            "other_leg_call_id",
            "to",
            "from",
            "request",
            "recording_url",
            "media_recordings",
            "media_server",
            "call_priority",
            "interaction_id");

    /** Keys of rows that stand among the channel variables of records. */
    private static final Map<String, String> OF_THE_CHANNEL = Map.of(
            "owner_id", "owner_id",
            "authorizing_id", "authorizing_id",
            "call_type", "account_billing",
            "reseller_call_type", "reseller_billing",
            "rate_name", "rate_name",
            "bridge_id", "bridge_id");

    @Override
    public boolean learn(KnownWorld world, Asked asked) {
        if (!asked.operation().pattern().noun().equals(COLLECTION)) {
            return false;
        }
        KnownAccount account = world.account(asked.account());
        if (asked.is("cdrs.list", "cdrs.interactions")) {
            asked.rows()
                    .forEach(row -> account.learn(
                            COLLECTION,
                            row.textOr("id", ""),
                            known -> known.whole() ? known : known.seen(record(row))));
        } else if (asked.is("cdrs.legs")) {
            asked.rows().forEach(row -> whole(account, row));
        } else if (asked.is("cdrs.get")) {
            whole(account, asked.data());
        }
        return true;
    }

    private static void whole(KnownAccount account, JsonObject record) {
        account.learn(COLLECTION, record.textOr("id", ""), known -> known.read(Rows.document(COLLECTION, record)));
    }

    private static JsonObject record(JsonObject row) {
        JsonObject record = row.filterKeys(key -> SAME.contains(key) && says(row.get(key)));
        JsonObject variables = JsonObject.EMPTY;
        for (Map.Entry<String, String> each : OF_THE_CHANNEL.entrySet()) {
            Json value = row.get(each.getKey());
            if (value != null && says(value)) {
                variables = variables.with(value, each.getValue());
            }
        }
        String rate = row.textOr("rate", "0.0");
        if (rate.matches("[0-9]{1,9}\\.[0-9]{1,9}") && Double.parseDouble(rate) > 0) {
            variables = variables.with(Json.of(Long.toString(Math.round(Double.parseDouble(rate) * 10_000))), "rate");
        }
        record = variables.isEmpty() ? record : record.with(variables, VARIABLES);
        record = record.with(Json.of(row.textOr("direction", "inbound")), "call_direction");
        long begin = number(row.get("timestamp"));
        record = record.with(Json.of(begin + row.integer(0, "duration_seconds")), "timestamp");
        long micros = number(row.get("unix_timestamp_micro"));
        record = micros > 0 ? record.with(Json.of(micros), "channel_created_time") : record;
        String from = row.textOr("calling_from", "");
        boolean isOutbound = !row.textOr("direction", "").equals("inbound");
        return isOutbound && !from.isEmpty() ? record.with(Json.of(from + "@unknown"), "from_uri") : record;
    }

    private static boolean says(@org.jspecify.annotations.Nullable Json value) {
        boolean isEmpty = value instanceof JsonText text && text.value().isEmpty();
        return value != null && !isEmpty && !(value instanceof JsonArray array && array.size() == 0);
    }

    private static long number(@org.jspecify.annotations.Nullable Json value) {
        String text = value == null ? "" : value.text() == null ? value.toString() : String.valueOf(value.text());
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
