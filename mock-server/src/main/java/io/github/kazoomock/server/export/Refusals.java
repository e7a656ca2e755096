package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ways to ask a good request badly, and the status that each must come to (core sheet 1). */
final class Refusals {
    /** An id that no document has. */
    static final String NO_ID = "00000000000000000000000000000404";

    private Refusals() {}

    /** A way that counts when the reply has the status. */
    record Way(int status, Attempt attempt) {}

    /** Every way that makes sense for a request that succeeds, the likeliest of a status first. */
    static List<Way> of(Attempt good) {
        return Stream.of(withoutToken(good), inForeignName(good), ofNothing(good), invalid(good))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Way> withoutToken(Attempt good) {
        return good.role() == null ? List.of() : List.of(new Way(401, good.by(null)));
    }

    private static List<Way> inForeignName(Attempt good) {
        List<Way> ways = new ArrayList<>();
        if (good.operation().access() == Access.SUPERDUPER || "superduper_admin".equals(good.role())) {
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
    private static List<Way> ofNothing(Attempt good) {
        String path = good.template().path();
        int start = path.lastIndexOf("${");
        if (start < 0 || path.startsWith("${ACCOUNT_ID}", start)) {
            return List.of();
        }
        String other = path.substring(0, start) + NO_ID + path.substring(path.indexOf('}', start) + 1);
        return List.of(new Way(404, good.at(other)));
    }

    private static List<Way> invalid(Attempt good) {
        if (!good.template().isJson()
                || !(Json.parse(good.template().body()) instanceof JsonObject envelope)
                || !(envelope.get("data") instanceof JsonObject data)) {
            return List.of();
        }
        List<JsonObject> bad = new ArrayList<>();
        data.keys().forEach(key -> bad.add(data.without(key)));
        data.forEach((key, value) -> bad.add(data.with(wrong(value), key)));
        bad.add(JsonObject.EMPTY);
        return bad.stream()
                .map(each -> new Way(400, good.sending(envelope.with(each, "data"))))
                .toList();
    }

    /** A value of a type that cannot be cast into the type of this one. */
    private static Json wrong(Json value) {
        boolean isCompound = value instanceof JsonObject || value instanceof JsonArray;
        return isCompound ? Json.of("wrong") : JsonObject.of(Map.of("wrong", Json.of(true)));
    }
}
