package io.github.kazoomock.server.configs;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small random configs, the same for the same seed; few keys and values, so that layers meet. */
final class RandomConfig {
    private static final List<String> KEYS = List.of("a", "b", "c", "default");

    private final Random random;

    RandomConfig(long seed) {
        this.random = new Random(seed);
    }

    /** All four layers and a schema that shows a part of what is in them. */
    Config config() {
        Map<Layer, JsonObject> layers = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            layers.put(layer, object());
        }
        return new Config(Shown.by(schema(3)), layers);
    }

    /** Without nulls, as what is stored. */
    JsonObject object() {
        return JsonObject.EMPTY.merge(object(3, false));
    }

    /** What a client may send: also nulls. */
    JsonObject sent() {
        return object(3, true);
    }

    private JsonObject object(int depth, boolean nulls) {
        JsonObject.Builder builder = JsonObject.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            builder.put(KEYS.get(random.nextInt(KEYS.size())), value(depth - 1, nulls));
        }
        return builder.build();
    }

    private Json value(int depth, boolean nulls) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> nulls ? JsonLiteral.NULL : Json.of(false);
            case 1 -> Json.of(random.nextInt(2));
            case 2 -> Json.of(random.nextBoolean() ? "x" : "0");
            case 3 -> JsonArray.of(Json.of(random.nextInt(2)));
            default -> object(depth, nulls);
        };
    }

    private JsonObject schema(int depth) {
        JsonObject.Builder properties = JsonObject.builder();
        for (String key : KEYS) {
            if (random.nextInt(4) > 0) {
                boolean leaf = depth == 0 || random.nextBoolean();
                properties.put(key, leaf ? JsonObject.EMPTY : schema(depth - 1));
            }
        }
        return JsonObject.of("properties", properties.build());
    }
}
