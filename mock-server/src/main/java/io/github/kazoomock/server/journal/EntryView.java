package io.github.kazoomock.server.journal;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An entry as {@code /__admin/requests} tells it; nothing is masked. */
public final class EntryView {
    private EntryView() {}

    /**
     * The whole entry.
     *
     * @param nearMisses which operations may have been meant
     */
    public static JsonObject of(Journal.Kept kept, List<String> nearMisses) {
        JsonObject.Builder view = JsonObject.builder();
        JournalEntry entry = kept.entry();
        return view.put("id", Long.toString(kept.number()))
                .put("request_id", entry.requestId())
                .put("time", entry.time().toString())
                .put("method", entry.method())
                .put("path", entry.path())
                .put("query", entry.query() == null ? JsonLiteral.NULL : Json.of(entry.query()))
                .put("status", entry.status())
                .put("operation", entry.operation())
                .put("reason", entry.reason())
                .put("fault", entry.fault())
                .put("account_id", entry.accountId() == null ? JsonLiteral.NULL : Json.of(entry.accountId()))
                .put("duration_us", entry.nanos() / 1000)
                .put("request", message(requestHeaders(entry), entry.request()))
                .put("response", message(entry.responseHeaders(), entry.response()))
                .put(
                        "trail",
                        entry.trail() == null ? JsonArray.EMPTY : entry.trail().show(entry.accountId()))
                .put("documents", documents(entry))
                .put("near_misses", Json.texts(nearMisses))
                .build();
    }

    private static JsonArray documents(JournalEntry entry) {
        return new JsonArray(
                Change.of(entry.events()).stream().<Json>map(Change::show).toList());
    }

    /** Sorted, several values of one joined as HTTP allows. */
    static Map<String, String> requestHeaders(JournalEntry entry) {
        Map<String, String> headers = new TreeMap<>();
        entry.requestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    private static JsonObject message(Map<String, String> headers, Content content) {
        JsonObject.Builder shown = JsonObject.builder();
        headers.forEach((name, value) -> shown.put(name, Json.of(value)));
        JsonObject.Builder message = JsonObject.builder().put("headers", shown.build());
        String text = content.text();
        if (content.isEmpty()) {
            message.put("body", JsonLiteral.NULL);
        } else if (text == null) {
            message.put("body", JsonLiteral.NULL).put("body_base64", content.base64());
        } else {
            message.put("body", content.isCut() ? Json.of(text) : jsonOrText(text));
        }
        message.put("body_bytes", content.length());
        return content.isCut() ? message.put("truncated", true).build() : message.build();
    }

    private static Json jsonOrText(String text) {
        try {
            return Json.parse(text);
        } catch (JsonSyntaxException e) {
            return Json.of(text);
        }
    }
}
