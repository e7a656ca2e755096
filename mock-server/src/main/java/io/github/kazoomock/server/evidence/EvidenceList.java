package io.github.kazoomock.server.evidence;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.evidence.Evidence.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Evidence about operations that is not declared with them. As a file it is
 *
 * <pre>{@code
 * [{"operation": "users.get", "kind": "recorded exchange", "source": "staging", "date": "2026-11-20"}]
 * }</pre>
 */
public record EvidenceList(List<Entry> entries) {
    /** Without any evidence. */
    public static final EvidenceList EMPTY = new EvidenceList(List.of());

    private static final List<String> KEYS = List.of("operation", "kind", "source", "date");

    /** One piece of evidence about the operation of this id. */
    public record Entry(String operation, Evidence evidence) {}

    public EvidenceList {
        entries = List.copyOf(entries);
    }

    /**
     * The operations of which the mock answers an exchange as KAZOO's documentation shows it: {@code documented.json},
     * which {@code DocumentedTest} holds to the truth.
     */
    public static EvidenceList documented() {
        List<Entry> all = new ArrayList<>();
        Resource.read("documented.json", JsonObject.class)
                .forEach((operation, sources) -> ((JsonArray) sources)
                        .texts()
                        .forEach(source ->
                                all.add(new Entry(operation, Evidence.ofDocument(Kind.DOCUMENTED_EXCHANGE, source)))));
        return new EvidenceList(all);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it is none, with the place (line or JSON pointer) and what should be there
     */
    public static EvidenceList parse(byte[] utf8) {
        Json value;
        try {
            value = Json.parse(utf8);
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException("line " + e.line() + ", column " + e.column() + ": " + e.getMessage());
        }
        if (!(value instanceof JsonArray rows)) {
            throw new IllegalArgumentException("is no list; use [{" + String.join(", ", KEYS) + "}, ...]");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            entries.add(entry(rows.get(i), "/" + i));
        }
        return new EvidenceList(entries);
    }

    private static Entry entry(Json value, String place) {
        if (!(value instanceof JsonObject row)) {
            throw wrong(place, "is no object; use the keys " + String.join(", ", KEYS));
        }
        for (String key : row.keys()) {
            if (!KEYS.contains(key)) {
                throw wrong(place + "/" + key, "is no key of evidence; use " + String.join(", ", KEYS));
            }
        }
        String operation = text(row, "operation", place, "the id of one, like users.get");
        String kind = text(row, "kind", place, Kind.choices());
        String source = text(row, "source", place, "where it comes from");
        String date = text(row, "date", place, "a day like 2026-11-20");
        return new Entry(operation, new Evidence(kind(kind, place), source, date(date, place)));
    }

    private static Kind kind(String text, String place) {
        try {
            return Kind.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(place + "/kind", String.valueOf(e.getMessage()));
        }
    }

    private static LocalDate date(String text, String place) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(place + "/date", "'" + text + "' is no date; use a day like 2026-11-20");
        }
    }

    private static String text(JsonObject row, String key, String place, String example) {
        if (row.get(key) instanceof JsonText text && !text.value().isBlank()) {
            return text.value();
        }
        throw wrong(place + "/" + key, (row.has(key) ? "is no text" : "is missing") + "; use " + example);
    }

    private static IllegalArgumentException wrong(String place, String problem) {
        return new IllegalArgumentException(place + " " + problem);
    }

    /** As {@link #parse} reads it. */
    public JsonArray toJson() {
        return new JsonArray(entries.stream().<Json>map(EvidenceList::row).toList());
    }

    private static JsonObject row(Entry entry) {
        return JsonObject.builder()
                .put("operation", entry.operation)
                .put("kind", entry.evidence.kind().words())
                .put("source", entry.evidence.source())
                .put("date", entry.evidence.date().toString())
                .build();
    }

    /** What is said of each operation that it knows, by id. */
    public Map<String, List<Evidence>> byOperation() {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        Entry::operation, Collectors.mapping(Entry::evidence, Collectors.toList())));
    }
}
