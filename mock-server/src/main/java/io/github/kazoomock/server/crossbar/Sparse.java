package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Rows that the client shapes: {@code fields} and {@code full_docs} (delta sheet 2.5). */
final class Sparse {
    private Sparse() {}

    /**
     * The rows that the query asks for; the given ones when it asks for none.
     *
     * @param whole what single fields are picked from
     */
    static Function<View.Entry, ? extends Json> rows(
            Call call, Function<View.Entry, ? extends Json> usual, Function<View.Entry, JsonObject> whole) {
        if (!call.does(Decision.ARRAY_FILTERS)) {
            return usual;
        }
        String fields = call.query().first("fields");
        if (fields != null) {
            List<String> paths = paths(fields);
            return entry -> pick(entry.document().id(), whole.apply(entry), paths);
        }
        boolean full = "true".equals(call.query().first("full_docs"))
                && new Settings(call.sandbox().world()).isSet("crossbar", "allow_fetch_full_docs");
        return full ? entry -> entry.document().visible() : usual;
    }

    private static List<String> paths(String fields) {
        try {
            Json parsed = Json.parse(fields);
            if (parsed instanceof JsonArray array && array.texts().size() == array.size()) {
                return array.texts();
            }
            if (parsed instanceof JsonObject object) {
                return object.keys().stream().filter(object::isTrue).toList();
            }
            if (parsed instanceof JsonText text) {
                return Arrays.stream(text.value().split(",")).map(String::strip).toList();
            }
        } catch (JsonSyntaxException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static Refusal invalid() {
        return Problems.faultyRequest("invalid fields query string").refusal();
    }

    private static JsonObject pick(String id, JsonObject whole, List<String> paths) {
        JsonObject row = JsonObject.of("id", Json.of(id));
        for (String path : paths) {
            String[] steps = path.split("\\.");
            Json value = steps.length == 0 ? null : whole.at(steps);
            row = value == null ? row : row.with(value, steps);
        }
        return row;
    }
}
