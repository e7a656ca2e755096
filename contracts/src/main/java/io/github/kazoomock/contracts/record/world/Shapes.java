package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.Set;

/** Whether a reply of a server has the shape of the mock's. */
final class Shapes {
    /** What every envelope may have, whatever was asked (core sheet 5). */
    private static final Set<String> ENVELOPE = Set.of(
            "auth_token",
            "data",
            "metadata",
            "next_start_key",
            "node",
            "page_size",
            "request_id",
            "revision",
            "start_key",
            "status",
            "timestamp",
            "tokens",
            "version");

    private Shapes() {}

    /** True when every key of the one is in the other, and of the same type; of lists, of all elements together. */
    static boolean within(Json theirs, Json ours) {
        if (theirs == JsonLiteral.NULL || ours == JsonLiteral.NULL) {
            return true;
        }
        if (theirs instanceof JsonObject object && ours instanceof JsonObject other) {
            return object.keys().stream().allMatch(key -> {
                Json one = object.get(key);
                Json two = other.get(key);
                return one != null && two != null && within(one, two);
            });
        }
        if (theirs instanceof JsonArray array && ours instanceof JsonArray other) {
            return array.size() == 0 || (other.size() > 0 && within(together(array), together(other)));
        }
        return type(theirs).equals(type(ours));
    }

    /** One element with the keys of all, when they are objects; else the first. */
    private static Json together(JsonArray array) {
        Json all = array.get(0);
        for (Json each : array) {
            all = all instanceof JsonObject left && each instanceof JsonObject right ? left.plus(right) : all;
        }
        return all;
    }

    /** An integer is a number that happens to have no fraction. */
    private static String type(Json value) {
        return value.type().equals("integer") ? "number" : value.type();
    }

    /** True for what proves nothing. */
    static boolean isEmpty(Json data) {
        return data.equals(JsonArray.EMPTY) || data.equals(JsonObject.EMPTY);
    }

    /** True for an envelope without keys that the mock's have not. */
    static boolean isEnvelope(JsonObject envelope) {
        return envelope.has("data") && ENVELOPE.containsAll(envelope.keys());
    }
}
