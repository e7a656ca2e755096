package io.github.kazoomock.server.exchanges;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where a reply is not what a sample shows. */
final class Resemblance {
    /** What differs from run to run or from world to world; its type is still compared. */
    private static final Set<String> VOLATILE = Set.of(
            "/request_id",
            "/revision",
            "/start_key",
            "/timestamp",
            "/version",
            "/node",
            "/data/api_key",
            "/data/reseller_id",
            "/data/*/tree");

    /** What the server chooses for a new document. */
    private static final Set<String> VOLATILE_WHEN_CREATED = Set.of("/data/id", "/data/created", "/data/realm");

    /** What replies have beyond the samples, by decision. */
    private static final Set<String> EXTRA = Set.of(
            "/metadata",
            "/node",
            "/page_size",
            "/start_key",
            "/timestamp",
            "/tokens",
            "/version",
            "/data/descendants_count",
            "/data/*/descendants_count",
            "/data/*/flags",
            "/data/*/realm",
            "/data/*/tree");

    private final Strictness strictness;
    private final List<Difference> differences = new ArrayList<>();

    private enum Strictness {
        /** Keys and types; a reply may have more keys, and lists as many elements as it likes. */
        SHAPE,
        /** Values too, and no key that nobody named. */
        VALUES,
        /** The same, where the server chose some of the values. */
        VALUES_OF_NEW
    }

    /**
     * One place where they differ.
     *
     * @param pointer JSON pointer to it; {@code *} stands for any element of an array
     */
    record Difference(String pointer, String problem) {
        /** Whether it is at a place or below it. */
        boolean isWithin(String place) {
            return pointer.equals(place) || pointer.startsWith(place + "/");
        }

        @Override
        public String toString() {
            return pointer + " " + problem;
        }
    }

    private Resemblance(Strictness strictness) {
        this.strictness = strictness;
    }

    /** A missing key, another type or value, a key nobody named. */
    static List<Difference> inValues(JsonObject sample, JsonObject reply, boolean created) {
        return new Resemblance(created ? Strictness.VALUES_OF_NEW : Strictness.VALUES).of(sample, reply);
    }

    /** A missing key or another type; a refusal instead of a success, or the reverse, is a difference by itself. */
    static List<Difference> inShape(JsonObject sample, JsonObject reply) {
        String status = reply.textOr("status", "");
        if (!sample.textOr("status", status).equals(status)) {
            return List.of(new Difference("/status", "is " + status + ": " + reply.get("message")));
        }
        String error = reply.textOr("error", "");
        if (!sample.textOr("error", error).equals(error)) {
            return List.of(new Difference("/error", "is " + error + ": " + reply.get("message")));
        }
        return new Resemblance(Strictness.SHAPE).of(sample, reply);
    }

    private List<Difference> of(JsonObject sample, JsonObject reply) {
        compare("", sample, reply);
        return differences.stream().distinct().toList();
    }

    private void compare(String path, Json sample, Json reply) {
        if (!isOfType(sample, reply)) {
            found(path, "is of type " + reply.type() + " instead of " + sample.type());
        } else if (isFree(path)) {
            return;
        } else if (sample instanceof JsonObject shown && reply instanceof JsonObject object) {
            objects(path, shown, object);
        } else if (sample instanceof JsonArray shown && reply instanceof JsonArray array) {
            arrays(path, shown, array);
        } else if (strictness != Strictness.SHAPE && !sample.equals(reply)) {
            found(path, "is " + reply + " instead of " + sample);
        }
    }

    private boolean isOfType(Json sample, Json reply) {
        if (strictness != Strictness.SHAPE) {
            return sample.type().equals(reply.type());
        }
        return sample == JsonLiteral.NULL
                || (sample instanceof JsonNumber && reply instanceof JsonNumber)
                || sample.type().equals(reply.type());
    }

    private boolean isFree(String path) {
        return switch (strictness) {
            case SHAPE -> false;
            case VALUES -> VOLATILE.contains(path);
            case VALUES_OF_NEW -> VOLATILE.contains(path) || VOLATILE_WHEN_CREATED.contains(path);
        };
    }

    private void objects(String path, JsonObject sample, JsonObject reply) {
        sample.forEach((key, value) -> {
            Json there = reply.get(key);
            if (there == null) {
                found(below(path, key), "is missing");
            } else {
                compare(below(path, key), value, there);
            }
        });
        if (strictness != Strictness.SHAPE) {
            reply.keys().stream()
                    .filter(key -> !sample.has(key) && !EXTRA.contains(below(path, key)))
                    .forEach(key -> found(below(path, key), "is not in the sample"));
        }
    }

    private void arrays(String path, JsonArray sample, JsonArray reply) {
        boolean shape = strictness == Strictness.SHAPE;
        if (shape ? sample.size() > 0 && reply.size() == 0 : sample.size() != reply.size()) {
            found(path, "has " + reply.size() + " elements instead of " + sample.size());
            return;
        }
        for (int i = 0; i < sample.size(); i++) {
            compare(path + "/*", sample.get(i), reply.get(Math.min(i, reply.size() - 1)));
        }
    }

    private void found(String path, String problem) {
        differences.add(new Difference(path, problem));
    }

    private static String below(String path, String key) {
        return path + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
