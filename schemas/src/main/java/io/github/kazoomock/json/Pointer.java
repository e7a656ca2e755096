package io.github.kazoomock.json;

import org.jspecify.annotations.Nullable;

/** JSON Pointers (RFC 6901): {@code /data/0/id}. */
public final class Pointer {
    private Pointer() {}

    /**
     * What a pointer points at; null when nothing is there.
     *
     * @param pointer empty for the whole, else starting with a slash
     */
    public static @Nullable Json at(Json whole, String pointer) {
        Json here = whole;
        if (pointer.isEmpty()) {
            return here;
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            here = step(here, step.replace("~1", "/").replace("~0", "~"));
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    /** A key or an index as a step of a pointer, with its slash. */
    public static String step(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable Json step(Json here, String step) {
        if (here instanceof JsonObject object) {
            return object.get(step);
        }
        if (!(here instanceof JsonArray array) || !step.matches("[0-9]{1,9}")) {
            return null;
        }
        int index = Integer.parseInt(step);
        return index < array.size() ? array.get(index) : null;
    }
}
