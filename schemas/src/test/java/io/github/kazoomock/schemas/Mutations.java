package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents with one thing changed somewhere: a key gone, one too many, another value, a value twice. */
final class Mutations {
    private static final List<Json> VALUES = List.of(
            JsonLiteral.NULL,
            JsonLiteral.TRUE,
            Json.of(""),
            Json.of("x"),
            Json.of("a@b"),
            Json.of("http://localhost:80/x"),
            Json.of("https://media.example.org/in"),
            Json.of("y".repeat(300)),
            Json.of(0),
            Json.of(-1),
            Json.of(100_000_000_000L),
            Json.of(0.25),
            JsonObject.EMPTY,
            JsonArray.EMPTY,
            JsonObject.of("module", Json.of("device")),
            JsonArray.of(Json.of("a"), Json.of("a")));

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    JsonObject of(JsonObject document) {
        return (JsonObject) changed(document, true);
    }

    private Json changed(Json value, boolean root) {
        boolean here = random.nextInt(3) == 0;
        if (value instanceof JsonObject object && (root || !here)) {
            return object.isEmpty() || random.nextInt(6) == 0
                    ? object.with(any(), random.nextBoolean() ? "unheard_of" : "x-trace")
                    : changed(object, object.keys().get(random.nextInt(object.size())));
        }
        if (value instanceof JsonArray array && array.size() > 0 && !here) {
            List<Json> items = new ArrayList<>(array.values());
            int at = random.nextInt(items.size());
            if (random.nextBoolean()) {
                items.add(items.get(at));
            } else {
                items.set(at, changed(items.get(at), false));
            }
            return new JsonArray(items);
        }
        return value instanceof JsonNumber number && random.nextBoolean()
                ? Json.of(number.value().longValue() + random.nextInt(7) - 3)
                : any();
    }

    private JsonObject changed(JsonObject object, String key) {
        Json value = object.get(key);
        return value == null || random.nextInt(5) == 0 ? object.without(key) : object.with(changed(value, false), key);
    }

    private Json any() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
