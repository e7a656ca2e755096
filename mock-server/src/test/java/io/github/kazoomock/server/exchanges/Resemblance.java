package io.github.kazoomock.server.exchanges;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where a reply is not what a sample shows: a missing key, another type or value, a key nobody named. */
final class Resemblance {
    /** What differs from run to run or from world to world; its type is still compared. */
    private static final Set<String> VOLATILE = Set.of(
            "request_id",
            "revision",
            "start_key",
            "timestamp",
            "version",
            "node",
            "data.api_key",
            "data.reseller_id",
            "data[].tree");

    /** What the server chooses for a new document. */
    private static final Set<String> VOLATILE_WHEN_CREATED = Set.of("data.id", "data.created", "data.realm");

    /** What replies have beyond the samples, by decision. */
    private static final Set<String> EXTRA = Set.of(
            "metadata",
            "node",
            "page_size",
            "start_key",
            "timestamp",
            "tokens",
            "version",
            "data.descendants_count",
            "data[].descendants_count",
            "data[].flags",
            "data[].realm",
            "data[].tree");

    private final boolean created;
    private final List<String> differences = new ArrayList<>();

    private Resemblance(boolean created) {
        this.created = created;
    }

    /** Every difference, in words; none when the reply is as the sample. */
    static List<String> differences(JsonObject sample, JsonObject reply, boolean created) {
        Resemblance resemblance = new Resemblance(created);
        resemblance.compare("", sample, reply);
        return resemblance.differences;
    }

    private void compare(String path, Json sample, Json reply) {
        if (!sample.type().equals(reply.type())) {
            differences.add(path + " is of type " + reply.type() + " instead of " + sample.type());
        } else if (VOLATILE.contains(path) || (created && VOLATILE_WHEN_CREATED.contains(path))) {
            return;
        } else if (sample instanceof JsonObject shown && reply instanceof JsonObject object) {
            objects(path, shown, object);
        } else if (sample instanceof JsonArray shown && reply instanceof JsonArray array) {
            arrays(path, shown, array);
        } else if (!sample.equals(reply)) {
            differences.add(path + " is " + reply + " instead of " + sample);
        }
    }

    private void objects(String path, JsonObject sample, JsonObject reply) {
        sample.forEach((key, value) -> {
            Json found = reply.get(key);
            if (found == null) {
                differences.add(below(path, key) + " is missing");
            } else {
                compare(below(path, key), value, found);
            }
        });
        reply.keys().stream()
                .filter(key -> !sample.has(key) && !EXTRA.contains(below(path, key)))
                .forEach(key -> differences.add(below(path, key) + " is not in the sample"));
    }

    private void arrays(String path, JsonArray sample, JsonArray reply) {
        if (sample.size() != reply.size()) {
            differences.add(path + " has " + reply.size() + " elements instead of " + sample.size());
            return;
        }
        for (int i = 0; i < sample.size(); i++) {
            compare(path + "[]", sample.get(i), reply.get(i));
        }
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
