package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an HTTP Archive says of requests: a browser's, or that of the mock's own journal. */
final class HarFile {
    private HarFile() {}

    static boolean isOne(JsonObject json) {
        return json.object("log").get("entries") instanceof JsonArray;
    }

    /**
     * Every request to the API. Pages, scripts and pictures, what goes to other servers and what browsers ask before
     * they ask are ignored.
     */
    static Uses read(String source, JsonObject har) {
        List<Use> uses = new ArrayList<>();
        int number = 0;
        for (Json each : har.object("log").array("entries")) {
            number++;
            JsonObject entry = each instanceof JsonObject object ? object : JsonObject.EMPTY;
            JsonObject request = entry.object("request");
            String path = UsePaths.below(request.textOr("url", ""));
            if (path.matches("/v\\d+(/.*)?") && !request.textOr("method", "").equals("OPTIONS")) {
                String name = "entry " + number + " at " + entry.textOr("startedDateTime", "no time");
                uses.add(use(source, name, path, entry));
            }
        }
        return new Uses(uses, number - uses.size());
    }

    private static Use use(String source, String name, String path, JsonObject entry) {
        JsonObject request = entry.object("request");
        Map<String, String> headers = new TreeMap<>();
        request.array("headers").forEach(each -> {
            if (each instanceof JsonObject header) {
                headers.put(header.textOr("name", "").toLowerCase(Locale.ROOT), header.textOr("value", ""));
            }
        });
        String type = request.text("postData", "mimeType");
        if (type != null && !type.isEmpty()) {
            headers.putIfAbsent("content-type", type);
        }
        String url = request.textOr("url", "");
        int mark = url.indexOf('?');
        String query = mark < 0 ? "" : url.substring(mark + 1).split("#", 2)[0];
        return new Use(
                source,
                name,
                true,
                request.textOr("method", "GET"),
                path,
                UsePaths.query(query),
                headers,
                body(request.object("postData")),
                (int) entry.object("response").integer(0, "status"),
                null,
                MatchingRules.NONE);
    }

    /** Forms and files come in parts, or not at all. */
    private static @Nullable String body(JsonObject sent) {
        String text = sent.text("text");
        return text == null || text.isEmpty() ? null : text;
    }
}
