package io.github.kazoomock.schemas;

import com.networknt.schema.path.NodePath;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Values of a document by the path at which the validator found them. */
final class Places {
    private Places() {}

    static List<String> path(NodePath at) {
        List<String> path = new ArrayList<>(at.getNameCount());
        for (int i = 0; i < at.getNameCount(); i++) {
            path.add(String.valueOf(at.getElement(i)));
        }
        return path;
    }

    /** The value at the path; null as JSON has it where there is none. */
    static Json at(Json value, List<String> path) {
        Json found = value;
        for (String step : path) {
            Json child = found instanceof JsonObject object ? object.get(step) : null;
            child = found instanceof JsonArray array ? array.get(Integer.parseInt(step)) : child;
            found = child == null ? JsonLiteral.NULL : child;
        }
        return found;
    }

    /** The same value with another one at the path, which it is known to have. */
    static Json with(Json value, List<String> path, Json replacement) {
        if (path.isEmpty()) {
            return replacement;
        }
        String step = path.get(0);
        Json child = with(at(value, List.of(step)), path.subList(1, path.size()), replacement);
        if (value instanceof JsonArray array) {
            List<Json> values = new ArrayList<>(array.values());
            values.set(Integer.parseInt(step), child);
            return new JsonArray(values);
        }
        return ((JsonObject) value).with(child, step);
    }
}
