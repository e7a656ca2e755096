package io.github.kazoomock.server.admin;

import io.github.kazoomock.server.crossbar.Query;
import io.github.kazoomock.server.journal.Journal;
import io.github.kazoomock.server.journal.Selection;
import io.github.kazoomock.server.world.Gregorian;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which requests of a journal a client of the admin API wants.
 *
 * @param limit how many of them, the newest, at most
 */
record WantedRequests(Selection selection, int limit) {
    private static final List<String> KEYS = List.of("method", "path", "operation", "status", "from", "to", "limit");

    /**
     * Reads a query.
     *
     * @param more keys that it may have beside the usual ones
     * @throws BadRequest when it has another key, or a value means nothing
     */
    static WantedRequests of(AdminCall call, List<String> more) {
        Query query = call.query();
        List<String> known = new ArrayList<>(KEYS);
        known.addAll(more);
        for (Map.Entry<String, String> pair : query.pairs()) {
            if (!known.contains(pair.getKey())) {
                throw new BadRequest("the query knows no " + pair.getKey() + "; it knows " + String.join(", ", known));
            }
        }
        String status = query.first("status");
        if (status != null && !Selection.isStatus(status)) {
            throw new BadRequest("status: " + status + " is none; use 404 or 4xx");
        }
        Selection selection = new Selection(
                query.first("method"),
                glob(query.first("path")),
                glob(query.first("operation")),
                status,
                instant(query, "from"),
                instant(query, "to"));
        return new WantedRequests(selection, integer(query, "limit", Integer.MAX_VALUE, 0, Integer.MAX_VALUE));
    }

    /** All that fit, oldest first. */
    List<Journal.Kept> in(Journal journal) {
        return journal.entries().stream()
                .filter(kept -> selection.test(kept.entry()))
                .toList();
    }

    /** The newest of them, oldest first. */
    List<Journal.Kept> newest(List<Journal.Kept> matched) {
        return matched.subList(Math.max(0, matched.size() - limit), matched.size());
    }

    private static @Nullable Pattern glob(@Nullable String text) {
        return text == null ? null : Selection.glob(text);
    }

    static int integer(Query query, String key, int usual, int least, int most) {
        String text = query.first(key);
        if (text == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same complaint
        }
        throw new BadRequest(key + ": " + text + " is no whole number from " + least + " to " + most);
    }

    /** An instant, or Gregorian seconds. */
    private static @Nullable Instant instant(Query query, String key) {
        String text = query.first(key);
        if (text == null) {
            return null;
        }
        try {
            return text.matches("\\d{1,12}") ? Gregorian.instant(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequest(key + ": " + text + " is neither an instant nor Gregorian seconds;"
                    + " use 2026-05-16T10:20:30Z or 63946146030");
        }
    }
}
