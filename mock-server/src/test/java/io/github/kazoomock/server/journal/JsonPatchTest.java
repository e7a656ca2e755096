package io.github.kazoomock.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Differences of documents. */
class JsonPatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1} | {'a':1} | []",
                "{'a':1} | {'a':2} | [{'op':'replace','path':'/a','value':2}]",
                "{'a':1} | {} | [{'op':'remove','path':'/a'}]",
                "{} | {'a/b~c':1} | [{'op':'add','path':'/a~1b~0c','value':1}]",
                "{'a':{'b':1}} | {'a':{'b':2}} | [{'op':'replace','path':'/a/b','value':2}]",
                "{'a':{'b':1}} | {'a':[1]} | [{'op':'replace','path':'/a','value':[1]}]",
                "[1,2,3] | [1,3] | [{'op':'remove','path':'/1'}]",
                "[1,3] | [1,2,3] | [{'op':'add','path':'/1','value':2}]",
                "[{'a':1},2] | [{'a':2},2] | [{'op':'replace','path':'/0/a','value':2}]",
                "1 | 2 | [{'op':'replace','path':'','value':2}]",
            })
    void saysHowOneBecomesTheOther(String before, String after, String patch) {
        assertThat(JsonPatch.of(parse(before), parse(after))).isEqualTo(parse(patch));
    }

    @Test
    void appliedItGivesTheOther() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            Json before = value(random, 3);
            Json after = random.nextBoolean() ? value(random, 3) : changed(random, before);
            JsonArray patch = JsonPatch.of(before, after);
            assertThat(applied(before, patch))
                    .as("%s to %s by %s", before, after, patch)
                    .isEqualTo(after);
        }
    }

    private static Json parse(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    private static Json value(Random random, int depth) {
        switch (depth == 0 ? 3 : random.nextInt(4)) {
            case 0, 1 -> {
                JsonObject object = JsonObject.EMPTY;
                for (int i = random.nextInt(4); i > 0; i--) {
                    object = object.with(value(random, depth - 1), "k" + random.nextInt(5));
                }
                return object;
            }
            case 2 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    items.add(value(random, depth - 1));
                }
                return new JsonArray(items);
            }
            default -> {
                return Json.of(random.nextInt(3));
            }
        }
    }

    private static Json changed(Random random, Json value) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            String key = object.keys().get(random.nextInt(object.size()));
            return random.nextInt(3) == 0
                    ? object.without(key)
                    : object.with(changed(random, Objects.requireNonNull(object.get(key))), key);
        }
        if (value instanceof JsonArray array && array.size() > 0) {
            List<Json> items = new ArrayList<>(array.values());
            int at = random.nextInt(items.size());
            switch (random.nextInt(3)) {
                case 0 -> items.remove(at);
                case 1 -> items.add(at, Json.of(random.nextInt(9)));
                default -> items.set(at, changed(random, items.get(at)));
            }
            return new JsonArray(items);
        }
        return value(random, 1);
    }

    /** The plain reading of RFC 6902. */
    private static Json applied(Json value, JsonArray patch) {
        Json result = value;
        for (Json step : patch) {
            JsonObject one = (JsonObject) step;
            String path = one.textOr("path", "?");
            List<String> steps =
                    path.isEmpty() ? List.of() : Arrays.asList(path.substring(1).split("/", -1));
            result = applied(result, steps, one);
        }
        return result;
    }

    private static Json applied(Json value, List<String> path, JsonObject step) {
        if (path.isEmpty()) {
            return Objects.requireNonNull(step.get("value"));
        }
        String key = path.get(0).replace("~1", "/").replace("~0", "~");
        boolean last = path.size() == 1;
        String op = step.textOr("op", "");
        if (value instanceof JsonObject object) {
            return last && op.equals("remove")
                    ? object.without(key)
                    : object.with(
                            last
                                    ? Objects.requireNonNull(step.get("value"))
                                    : applied(Objects.requireNonNull(object.get(key)), rest(path), step),
                            key);
        }
        List<Json> items = new ArrayList<>(((JsonArray) value).values());
        int at = Integer.parseInt(key);
        if (!last) {
            items.set(at, applied(items.get(at), rest(path), step));
        } else if (op.equals("remove")) {
            items.remove(at);
        } else if (op.equals("add")) {
            items.add(at, Objects.requireNonNull(step.get("value")));
        } else {
            items.set(at, Objects.requireNonNull(step.get("value")));
        }
        return new JsonArray(items);
    }

    private static List<String> rest(List<String> path) {
        return path.subList(1, path.size());
    }
}
