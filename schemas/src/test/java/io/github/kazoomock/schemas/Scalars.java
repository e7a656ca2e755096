package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Strings and numbers just outside and just inside of what a schema allows, and those that are cast. */
final class Scalars {
    /** One character of Unicode, two of Java. */
    private static final String WIDE = "\uD83D\uDCDE";

    private final JsonObject schema;
    private final List<Candidate> found = new ArrayList<>();

    private Scalars(JsonObject schema) {
        this.schema = schema;
    }

    static List<Candidate> of(JsonObject schema) {
        Scalars scalars = new Scalars(schema);
        switch (schema.textOr("type", "")) {
            case "string" -> scalars.strings();
            case "integer" -> scalars.integers();
            case "number" -> scalars.odd("cast", Json.of("1.5"));
            case "boolean" -> scalars.odd("cast", Json.of("true"));
            default -> {}
        }
        return scalars.found;
    }

    private void strings() {
        int least = (int) Samples.bound(schema, "minLength", 0);
        int most = (int) Samples.bound(schema, "maxLength", 0);
        if (least > 0) {
            breaking("minLength", WIDE.repeat(least - 1));
        }
        if (most > 0) {
            breaking("maxLength", WIDE.repeat(most + 1));
            odd("longest", Json.of(WIDE.repeat(most)));
        }
        if (schema.has("enum")) {
            breaking("enum", "?");
        }
        if (schema.has("pattern")) {
            breaking("pattern", "no such ü!" + "x".repeat(Math.max(0, least - 10)));
        }
        if (schema.textOr("format", "").equals("email")) {
            Stream.of("nobody", "one@two@three").forEach(text -> breaking("wrong_format", text));
        }
        if (schema.has("kazoo-validation") && schema.has("format")) {
            Stream.of("http://localhost/a", "https://127.0.0.1:8080/", "ftp://example.org/", "no address")
                    .forEach(text -> breaking("error", text));
            odd("address", Json.of("https://user@example.org:8443/a?b=c"));
        }
    }

    private void integers() {
        if (schema.has("minimum")) {
            breaking("minimum", Samples.bound(schema, "minimum", 0) - 1);
        }
        if (schema.has("maximum")) {
            breaking("maximum", Samples.bound(schema, "maximum", 0) + 1);
        }
        odd("cast", Json.of("6"));
        odd("cast", Json.of("6.7"));
        odd("cast", Json.of(7.0));
    }

    private void breaking(String rule, String text) {
        found.add(Candidate.breaking(rule, Json.of(text)));
    }

    private void breaking(String rule, long number) {
        found.add(Candidate.breaking(rule, Json.of(number)));
    }

    private void odd(String what, Json value) {
        found.add(Candidate.odd(what, value));
    }
}
