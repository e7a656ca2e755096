package io.github.kazoomock.server.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.util.function.BiConsumer;

/** Estimates how many bytes of memory JSON values take; keys are shared by many documents and count as references. */
final class Weight implements BiConsumer<String, Json> {
    private static final int OBJECT = 64;
    private static final int TEXT = 56;
    private static final int NUMBER = 40;
    private static final int REFERENCE = 8;

    private int bytes;

    private Weight() {}

    static int of(JsonObject one, JsonObject other) {
        Weight weight = new Weight();
        weight.add(one);
        weight.add(other);
        return weight.bytes;
    }

    @Override
    public void accept(String key, Json value) {
        bytes += REFERENCE;
        add(value);
    }

    private void add(Json value) {
        bytes += REFERENCE;
        if (value instanceof JsonText text) {
            bytes += TEXT + text.value().length();
        } else if (value instanceof JsonNumber) {
            bytes += NUMBER;
        } else if (value instanceof JsonObject object) {
            bytes += OBJECT;
            object.forEach(this);
        } else if (value instanceof JsonArray array) {
            bytes += OBJECT;
            for (Json item : array) {
                add(item);
            }
        }
    }
}
