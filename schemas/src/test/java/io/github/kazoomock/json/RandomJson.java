package io.github.kazoomock.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small random values, the same for the same seed; few keys, so that two of them meet. */
final class RandomJson {
    private static final List<String> KEYS = List.of("a", "b", "c", "d.e", "é");

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    JsonObject object(int depth) {
        JsonObject.Builder builder = JsonObject.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            builder.put(KEYS.get(random.nextInt(KEYS.size())), value(depth - 1));
        }
        return builder.build();
    }

    private Json value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JsonLiteral.NULL;
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(random.nextInt(3));
            case 3 -> Json.of(random.nextInt(3) / 2.0);
            case 4 -> Json.of("t\"\\\n\u0001é€😀".substring(random.nextInt(5)));
            case 5 -> array(depth);
            default -> object(depth);
        };
    }

    private JsonArray array(int depth) {
        List<Json> values = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            values.add(value(depth - 1));
        }
        return new JsonArray(values);
    }
}
