package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a pact of specification 2, 3 or 4 says of requests and replies. It is read as plain JSON, so that a file is
 * checked as its consumer wrote it, before any library has smoothed it.
 */
final class PactFile {
    private static final String HTTP = "Synchronous/HTTP";

    private PactFile() {}

    static boolean isOne(JsonObject json) {
        return json.get("interactions") instanceof JsonArray;
    }

    /** Every interaction over HTTP; messages are left to the count of what was ignored. */
    static Uses read(String source, JsonObject pact) {
        List<Use> uses = new ArrayList<>();
        int ignored = 0;
        int number = 0;
        for (Json each : pact.array("interactions")) {
            number++;
            JsonObject interaction = each instanceof JsonObject object ? object : JsonObject.EMPTY;
            if (!interaction.textOr("type", HTTP).equals(HTTP)) {
                ignored++;
                continue;
            }
            String description = interaction.textOr("description", "interaction " + number);
            uses.add(use(source, description, interaction));
        }
        return new Uses(uses, ignored);
    }

    private static Use use(String source, String name, JsonObject interaction) {
        JsonObject request = interaction.object("request");
        JsonObject response = interaction.object("response");
        Map<String, String> headers = headers(request.object("headers"));
        Body sent = Body.of(request.get("body"));
        if (sent != null && !sent.type.isEmpty()) {
            headers.putIfAbsent("content-type", sent.type);
        }
        Body read = Body.of(response.get("body"));
        return new Use(
                source,
                name,
                false,
                request.textOr("method", "GET").toUpperCase(Locale.ROOT),
                UsePaths.below(request.textOr("path", "/")),
                query(request.get("query")),
                headers,
                sent == null ? null : sent.text(),
                (int) response.integer(200, "status"),
                read == null ? null : read.json(),
                MatchingRules.of(response.object("matchingRules")));
    }

    /**
     * A body: as it is, or in version 4 with its type.
     *
     * @param content a JSON value, or the text of anything else
     */
    private record Body(Json content, String type, boolean isText) {
        static @Nullable Body of(@Nullable Json body) {
            if (!(body instanceof JsonObject object)) {
                return body == null || body == io.github.kazoomock.json.JsonLiteral.NULL
                        ? null
                        : new Body(body, "", body.text() != null);
            }
            Json content = object.get("content");
            boolean isVersion4 = content != null && (object.has("contentType") || object.has("encoded"));
            if (!isVersion4 || content == null) {
                return new Body(object, "", false);
            }
            boolean isText = content.text() != null;
            boolean isReadable = !object.has("encoded") || object.get("encoded") == Json.of(false);
            return isReadable ? new Body(content, object.textOr("contentType", ""), isText) : null;
        }

        String text() {
            String text = isText ? content.text() : null;
            return text == null ? content.toString() : text;
        }

        @Nullable
        Json json() {
            if (!isText) {
                return content;
            }
            try {
                return Json.parse(text());
            } catch (JsonSyntaxException e) {
                return null;
            }
        }
    }

    /** A query string in version 2, lists of values by name later. */
    private static Map<String, String> query(@Nullable Json query) {
        String text = query == null ? null : query.text();
        if (text != null) {
            return UsePaths.query(text);
        }
        Map<String, String> pairs = new TreeMap<>();
        if (query instanceof JsonObject object) {
            object.forEach((name, values) -> pairs.put(name, first(values)));
        }
        return pairs;
    }

    private static Map<String, String> headers(JsonObject headers) {
        Map<String, String> byName = new TreeMap<>();
        headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), first(values)));
        return byName;
    }

    private static String first(Json values) {
        Json first = values instanceof JsonArray array && array.size() > 0 ? array.get(0) : values;
        String text = first.text();
        return text == null ? first.toString() : text;
    }
}
