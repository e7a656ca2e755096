package io.github.kazoomock.server.evidence;

import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.evidence.Evidence.Kind;
import java.time.LocalDate;
import java.util.List;

/**
 * A document that operations were built from; {@code sources.json} has one row for each.
 *
 * @param name how evidence begins that comes from it: {@code pbx} of {@code pbx 6}
 * @param date of which day it tells
 * @param guess true when the date is not sure
 * @param why where the date comes from
 */
public record SourceDocument(Kind kind, String name, LocalDate date, boolean guess, String why) {
    private static final List<SourceDocument> ALL = Resource.read("sources.json", JsonArray.class).values().stream()
            .map(row -> of((JsonObject) row))
            .toList();

    /** All of them. */
    public static List<SourceDocument> all() {
        return ALL;
    }

    /**
     * The document that a source names with its first word.
     *
     * @throws IllegalStateException when {@code sources.json} has no row for it
     */
    static SourceDocument of(Kind kind, String source) {
        String name = source.split("[: ]", 2)[0];
        return ALL.stream()
                .filter(document -> document.kind == kind && document.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("sources.json has no " + kind.words() + " '" + name
                        + "'; add a row with its date, or cite one that is there"));
    }

    private static SourceDocument of(JsonObject row) {
        return new SourceDocument(
                Kind.parse(row.textOr("kind", "")),
                row.textOr("name", ""),
                LocalDate.parse(row.textOr("date", "")),
                row.isTrue("guess"),
                row.textOr("why", ""));
    }
}
