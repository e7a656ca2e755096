package io.github.kazoomock.json;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A JSON array. */
public record JsonArray(List<Json> values) implements Json, Iterable<Json> {

    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        values = List.copyOf(values);
    }

    public static JsonArray of(Json... values) {
        return new JsonArray(List.of(values));
    }

    public int size() {
        return values.size();
    }

    public Json get(int index) {
        return values.get(index);
    }

    /** The texts among the elements, in order. */
    public List<String> texts() {
        return values.stream()
                .flatMap(value -> value instanceof JsonText text ? Stream.of(text.value()) : Stream.of())
                .toList();
    }

    @Override
    public Iterator<Json> iterator() {
        return values.iterator();
    }

    @Override
    public String type() {
        return "array";
    }

    @Override
    public String toString() {
        return JsonWriter.string(this);
    }
}
