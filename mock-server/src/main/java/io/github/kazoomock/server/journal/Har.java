package io.github.kazoomock.server.journal;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests as an HTTP Archive 1.2, which browsers' developer tools open; secrets are masked. */
public final class Har {
    private static final double NANOS = 1e6;

    private Har() {}

    /**
     * The whole archive.
     *
     * @param root where the server is: {@code http://127.0.0.1:8000}
     * @param version of the mock
     */
    public static JsonObject of(List<Journal.Kept> entries, String root, String version) {
        List<Json> all = new ArrayList<>();
        for (Journal.Kept kept : entries) {
            all.add(entry(kept.entry(), root));
        }
        JsonObject creator = JsonObject.of("name", Json.of("kazoo-mock"), "version", Json.of(version));
        return JsonObject.of(
                "log",
                JsonObject.builder()
                        .put("version", "1.2")
                        .put("creator", creator)
                        .put("entries", new JsonArray(all))
                        .build());
    }

    private static JsonObject entry(JournalEntry entry, String root) {
        Json milliseconds = Json.of(entry.nanos() / NANOS);
        return JsonObject.builder()
                .put("startedDateTime", entry.time().toString())
                .put("time", milliseconds)
                .put("request", request(entry, root))
                .put("response", response(entry))
                .put("cache", JsonObject.EMPTY)
                .put(
                        "timings",
                        JsonObject.of("send", Json.of(0), "wait", milliseconds).with(Json.of(0), "receive"))
                .put("comment", entry.operation().isEmpty() ? "no operation" : entry.operation())
                .build();
    }

    private static JsonObject request(JournalEntry entry, String root) {
        String query = entry.query() == null ? "" : Secrets.query(entry.query());
        JsonObject.Builder request = JsonObject.builder()
                .put("method", entry.method())
                .put("url", root + Secrets.path(entry.path()) + (entry.query() == null ? "" : "?" + query))
                .put("httpVersion", "HTTP/1.1")
                .put("cookies", JsonArray.EMPTY)
                .put("headers", headers(EntryView.requestHeaders(entry)))
                .put("queryString", pairs(query))
                .put("headersSize", -1)
                .put("bodySize", entry.request().length());
        if (!entry.request().isEmpty()) {
            List<String> type = entry.requestHeaders().getOrDefault("content-type", List.of(""));
            String text = entry.request().text();
            JsonObject.Builder data = JsonObject.builder().put("mimeType", type.get(0));
            request.put(
                    "postData",
                    text == null
                            ? data.put("text", "")
                                    .put("comment", "binary, left out")
                                    .build()
                            : data.put("text", Secrets.body(text)).build());
        }
        return request.build();
    }

    private static JsonObject response(JournalEntry entry) {
        Map<String, String> headers = entry.responseHeaders();
        JsonObject.Builder content = JsonObject.builder()
                .put("size", entry.response().length())
                .put("mimeType", headers.getOrDefault("content-type", ""));
        String text = entry.response().text();
        if (text == null) {
            content.put("text", entry.response().base64()).put("encoding", "base64");
        } else if (!entry.response().isEmpty()) {
            content.put("text", Secrets.body(text));
        }
        return JsonObject.builder()
                .put("status", entry.status())
                .put("statusText", "")
                .put("httpVersion", "HTTP/1.1")
                .put("cookies", JsonArray.EMPTY)
                .put("headers", headers(headers))
                .put("content", content.build())
                .put("redirectURL", "")
                .put("headersSize", -1)
                .put("bodySize", entry.response().length())
                .build();
    }

    private static JsonArray headers(Map<String, String> headers) {
        List<Json> all = new ArrayList<>();
        headers.forEach((name, value) -> all.add(pair(name, Secrets.header(name, value))));
        return new JsonArray(all);
    }

    private static JsonArray pairs(String query) {
        List<Json> all = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                all.add(equals < 0 ? pair(pair, "") : pair(pair.substring(0, equals), pair.substring(equals + 1)));
            }
        }
        return new JsonArray(all);
    }

    private static JsonObject pair(String name, String value) {
        return JsonObject.of("name", Json.of(name), "value", Json.of(value));
    }
}
