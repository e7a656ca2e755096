package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** One example for many alike: what all of them have. */
final class Templates {
    private Templates() {}

    /** The first of them, without keys that another lacks or has with another type; arrays with one element of all. */
    static Json of(List<Json> alike) {
        Json first = alike.get(0);
        if (first instanceof JsonObject object && alike.stream().allMatch(each -> each instanceof JsonObject)) {
            JsonObject.Builder common = JsonObject.builder();
            object.forEach((key, value) -> {
                List<Json> there = new ArrayList<>();
                alike.forEach(each -> {
                    Json other = ((JsonObject) each).get(key);
                    if (other != null && isLike(other, value)) {
                        there.add(other);
                    }
                });
                if (there.size() == alike.size()) {
                    common.put(key, of(there));
                }
            });
            return common.build();
        }
        if (first instanceof JsonArray && alike.stream().allMatch(each -> each instanceof JsonArray)) {
            List<Json> elements = new ArrayList<>();
            alike.forEach(each -> elements.addAll(((JsonArray) each).values()));
            boolean anyEmpty = alike.stream().anyMatch(each -> ((JsonArray) each).size() == 0);
            boolean allLike = elements.stream().allMatch(each -> isLike(each, elements.get(0)));
            return anyEmpty || !allLike ? JsonArray.EMPTY : JsonArray.of(of(elements));
        }
        return alike.stream().filter(Templates::isPlain).findFirst().orElse(first);
    }

    /** What asks for least: a text of no form of its own, a number with a fraction. */
    private static boolean isPlain(Json value) {
        String text = value.text();
        return text == null ? value.type().equals("number") : Scalars.made(text) == null;
    }

    private static boolean isLike(Json one, Json other) {
        return one.type().equals(other.type()) || (one instanceof JsonNumber && other instanceof JsonNumber);
    }
}
