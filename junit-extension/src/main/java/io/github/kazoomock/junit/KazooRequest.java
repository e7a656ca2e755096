package io.github.kazoomock.junit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that came, and how it was answered.
 *
 * @param path as it was sent, without the query
 * @param query empty for none
 * @param operation what served it, like {@code devices.create}; empty when nothing did
 * @param reason for a refusal, why; else empty
 * @param time by the sandbox's clock
 * @param documents what it changed: each with the document before and after
 * @param all everything that the journal has of it
 */
public record KazooRequest(
        String id,
        String method,
        String path,
        String query,
        int status,
        String operation,
        String reason,
        Instant time,
        List<@Nullable Object> documents,
        Map<String, @Nullable Object> all) {

    static KazooRequest of(Map<String, @Nullable Object> entry) {
        return new KazooRequest(
                text(entry, "id"),
                text(entry, "method"),
                text(entry, "path"),
                text(entry, "query"),
                entry.get("status") instanceof Long status ? status.intValue() : 0,
                text(entry, "operation"),
                text(entry, "reason"),
                text(entry, "time").isEmpty() ? Instant.EPOCH : Instant.parse(text(entry, "time")),
                Json.list(entry.get("documents")),
                entry);
    }

    private static String text(Map<String, @Nullable Object> entry, String key) {
        Object value = entry.get(key);
        return value == null ? "" : value.toString();
    }

    /** True when an operation of the mock answered it, if only with a refusal; preflights are no operation's. */
    public boolean isServed() {
        return !operation.isEmpty() || method.equals("OPTIONS");
    }

    /** What stands at a path of the journal's entry, like {@code documents.0.after.name}; null where nothing does. */
    public @Nullable Object at(String dotted) {
        return Json.at(all, dotted);
    }

    @Override
    public String toString() {
        String asked = method + " " + path + (query.isEmpty() ? "" : "?" + query);
        return asked + " -> " + status + (reason.isEmpty() ? "" : " (" + reason + ")");
    }
}
