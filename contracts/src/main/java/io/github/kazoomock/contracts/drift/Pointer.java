package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** JSON pointers. */
final class Pointer {
    private Pointer() {}

    /** What is there; null for nothing. */
    static @Nullable Json at(Json json, String pointer) {
        Json here = json;
        for (String step : pointer.substring(1).split("/")) {
            String key = step.replace("~1", "/").replace("~0", "~");
            if (here instanceof JsonObject object) {
                here = object.get(key);
            } else if (here instanceof JsonArray array && key.matches("\\d{1,6}")) {
                int index = Integer.parseInt(key);
                here = index < array.size() ? array.get(index) : null;
            } else {
                return null;
            }
            if (here == null) {
                return null;
            }
        }
        return here;
    }
}
