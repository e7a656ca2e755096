package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list shows of a document: {@code id} first, then the declared keys; what a document lacks is absent. */
public final class Row {
    private final List<Field> fields;

    /**
     * One key of a row.
     *
     * @param newest only newest KAZOO shows it
     */
    private record Field(String key, boolean newest, Function<Document, @Nullable Json> value) {}

    private Row(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /** A row of {@code id} and these top-level keys. */
    public static Row of(String... keys) {
        Row row = new Row(List.of());
        for (String key : keys) {
            row = row.with(key, document -> document.open().get(key));
        }
        return row;
    }

    /** The same with a key that comes from a path in the document. */
    public Row from(String key, String... path) {
        return with(key, document -> document.open().at(path));
    }

    /** The same with a key that has a fallback. */
    public Row or(String key, Json fallback) {
        return with(key, document -> {
            Json value = document.open().get(key);
            return value == null ? fallback : value;
        });
    }

    /** The same with a computed key; null leaves it out. */
    public Row with(String key, Function<Document, @Nullable Json> value) {
        return with(new Field(key, false, value));
    }

    /** The array that most lists have. */
    public Row flags() {
        return or("flags", JsonArray.EMPTY);
    }

    /** The array that most lists of newest KAZOO have beside {@link #flags} (decision L6). */
    public Row features() {
        return with(new Field("features", true, document -> {
            Json value = document.open().get("features");
            return value == null ? JsonArray.EMPTY : value;
        }));
    }

    /** Every key that it can show. */
    List<String> keys() {
        return Stream.concat(Stream.of("id"), fields.stream().map(Field::key)).toList();
    }

    private Row with(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.add(field);
        return new Row(more);
    }

    /** The row of a document; some keys are only in newest KAZOO (decision L6). */
    public JsonObject show(Call call, Document document) {
        boolean newest = call.does(Decision.ROWS_HAVE_FEATURES);
        JsonObject.Builder row = JsonObject.builder().put("id", document.id());
        for (Field field : fields) {
            if (newest || !field.newest) {
                row.putIfPresent(field.key, field.value.apply(document));
            }
        }
        return row.build();
    }
}
