package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The file of accepted differences: a JSON list of <code>{"difference" and/or "row", "operation"?, "reason",
 * "expires"}</code>.
 */
public final class Acceptances {
    private static final Set<String> KEYS = Set.of("difference", "operation", "row", "reason", "expires");

    private final List<Acceptance> entries;
    private final LocalDate today;
    private final Set<Acceptance> used = new HashSet<>();

    private Acceptances(List<Acceptance> entries, LocalDate today) {
        this.entries = List.copyOf(entries);
        this.today = today;
    }

    /** Nothing is accepted. */
    public static Acceptances none() {
        return new Acceptances(List.of(), LocalDate.EPOCH);
    }

    /**
     * Reads a file.
     *
     * @throws UsageError naming the line, when an entry has no reason or no date, or is none
     */
    public static Acceptances read(Path file, LocalDate today) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UsageError("--accepted " + file + " cannot be read; use a file that is there");
        }
        Json json;
        try {
            json = Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonSyntaxException e) {
            throw new UsageError("--accepted " + file + " is no JSON: " + e.getMessage());
        }
        if (!(json instanceof JsonArray list)) {
            throw new UsageError("--accepted " + file + " is no JSON list; use [{\"difference\": ..., \"reason\": ...,"
                    + " \"expires\": \"2027-01-31\"}]");
        }
        List<Integer> lines = lines(text);
        List<Acceptance> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            int line = i < lines.size() ? lines.get(i) : 1;
            entries.add(entry(list.get(i), line, "--accepted " + file + ":" + line + ": "));
        }
        return new Acceptances(entries, today);
    }

    private static Acceptance entry(Json json, int line, String where) {
        if (!(json instanceof JsonObject entry)) {
            throw new UsageError(
                    where + "an entry is an object with \"difference\" or \"row\", \"reason\" and" + " \"expires\"");
        }
        entry.forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                throw new UsageError(
                        where + "there is no \"" + key + "\"; use difference, operation, row, reason," + " expires");
            }
            if (value.text() == null) {
                throw new UsageError(where + key + " is no text");
            }
        });
        String difference = entry.textOr("difference", "");
        String row = entry.textOr("row", "");
        if (difference.isBlank() && row.isBlank()) {
            throw new UsageError(where + "says neither which difference nor which row; name one as the report does");
        }
        String reason = entry.textOr("reason", "");
        if (reason.isBlank()) {
            throw new UsageError(
                    where + "has no reason; say why \"" + (row.isBlank() ? difference : row) + "\" is fine for now");
        }
        return new Acceptance(line, difference, entry.textOr("operation", ""), row, reason, expires(entry, where));
    }

    private static LocalDate expires(JsonObject entry, String where) {
        String text = entry.textOr("expires", "");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            String what = text.isBlank() ? "has no expiry date" : "expires \"" + text + "\", which is no date";
            throw new UsageError(where + what + "; use one like \"expires\": \"2027-01-31\"");
        }
    }

    /** The lines in which the elements of a list begin. */
    private static List<Integer> lines(String json) {
        List<Integer> lines = new ArrayList<>();
        int line = 1;
        int depth = 0;
        boolean inText = false;
        boolean isNext = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (isNext && !Character.isWhitespace(c)) {
                lines.add(line);
                isNext = false;
            }
            if (inText) {
                i += c == '\\' ? 1 : 0;
                inText = c != '"';
            } else if (c == '"') {
                inText = true;
            } else if (c == '[' || c == '{') {
                isNext = ++depth == 1;
            } else if (c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 1) {
                isNext = true;
            }
        }
        return lines;
    }

    /** The first entry that accepts a difference today. */
    Optional<Acceptance> accepting(Explained each) {
        List<Acceptance> covering = entries.stream()
                .filter(entry -> !entry.isOver(today))
                .filter(entry -> entry.covers(each))
                .toList();
        used.addAll(covering);
        return covering.stream().findFirst();
    }

    /** Entries that no longer count. */
    List<Acceptance> expired() {
        return entries.stream().filter(entry -> entry.isOver(today)).toList();
    }

    /** Entries that count and accepted nothing so far. */
    List<Acceptance> unused() {
        return entries.stream()
                .filter(entry -> !entry.isOver(today) && !used.contains(entry))
                .toList();
    }
}
