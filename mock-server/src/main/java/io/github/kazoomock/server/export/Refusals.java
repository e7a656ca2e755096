package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ways to ask a good request badly, and the status that each must come to (core sheet 1). */
final class Refusals {
    private static final String DATA = "data";

    private final Attempts attempts;

    Refusals(Attempts attempts) {
        this.attempts = attempts;
    }

    /** A way that counts when the reply has the status. */
    record Way(int status, Attempt attempt) {}

    /** Every way that makes sense for a request that succeeds, the likeliest of a status first. */
    List<Way> of(Attempt good) {
        return Stream.of(
                        withoutToken(good),
                        costing(good),
                        inForeignName(good),
                        ofNothing(good),
                        twice(good),
                        invalid(good))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Way> withoutToken(Attempt good) {
        return good.role() == null ? List.of() : List.of(new Way(401, good.by(null)));
    }

    /** Only those who pay themselves are asked. */
    private List<Way> costing(Attempt good) {
        boolean isWrite = !good.operation().verb().equals(Verb.GET);
        return isWrite && Logins.ACCOUNT_ADMIN.equals(good.role())
                ? List.of(new Way(402, attempts.charged(good)))
                : List.of();
    }

    private static List<Way> inForeignName(Attempt good) {
        List<Way> ways = new ArrayList<>();
        if (good.role() != null && !good.role().equals(Logins.ACCOUNT_ADMIN)) {
            ways.add(new Way(403, good.by(Logins.ACCOUNT_ADMIN)));
        }
        String path = good.template().path();
        if (good.role() != null && path.startsWith("/v2/accounts/${")) {
            String account = path.split("/")[3];
            ways.add(new Way(403, good.by(Logins.ACCOUNT_ADMIN).at(path.replace(account, "${FOREIGN_ACCOUNT_ID}"))));
        }
        if (good.role() != null) {
            ways.add(new Way(403, good.by("user")));
        }
        return ways;
    }

    /** The last hole that is no account stands for something that is not there. */
    private List<Way> ofNothing(Attempt good) {
        String path = good.template().path();
        int start = path.lastIndexOf("${");
        if (start < 0 || path.startsWith("${ACCOUNT_ID}", start)) {
            return List.of();
        }
        int end = path.indexOf('}', start);
        String hole = path.substring(start + 2, end);
        String other = path.substring(0, start) + attempts.nothing(hole) + path.substring(end + 1);
        return List.of(new Way(404, good.at(other).unlessNeeded(hole)));
    }

    /** In KAZOO 5.0 a client may choose an id, which somebody else may have. */
    private List<Way> twice(Attempt good) {
        JsonObject taken = attempts.first(good);
        JsonObject data = data(good);
        if (taken == null || data == null) {
            return List.of();
        }
        String id = "${" + taken.textOr("as", "") + "}";
        return List.of(new Way(409, sending(good, data.with(Json.of(id), "id")).after(List.of(taken))));
    }

    private List<Way> invalid(Attempt good) {
        JsonObject data = data(good);
        if (data == null) {
            return List.of();
        }
        List<JsonObject> bad = new ArrayList<>();
        data.keys().forEach(key -> bad.add(data.without(key)));
        data.forEach((key, value) -> bad.add(data.with(wrong(value), key)));
        attempts.whole(good.operation()).forEach((key, value) -> bad.add(data.with(wrong(value), key)));
        bad.add(JsonObject.EMPTY);
        return bad.stream().map(each -> new Way(400, sending(good, each))).toList();
    }

    private static @Nullable JsonObject data(Attempt good) {
        return good.template().isJson()
                        && Json.parse(good.template().body()) instanceof JsonObject envelope
                        && envelope.get(DATA) instanceof JsonObject data
                ? data
                : null;
    }

    private static Attempt sending(Attempt good, JsonObject data) {
        JsonObject envelope = (JsonObject) Json.parse(good.template().body());
        return good.sending(envelope.with(data, DATA));
    }

    /** A value of a type that cannot be cast into the type of this one. */
    private static Json wrong(Json value) {
        boolean isCompound = value instanceof JsonObject || value instanceof JsonArray;
        return isCompound ? Json.of("wrong") : JsonObject.of(Map.of("wrong", Json.of(true)));
    }
}
