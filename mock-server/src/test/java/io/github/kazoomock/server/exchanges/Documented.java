package io.github.kazoomock.server.exchanges;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of KAZOO's published documentation, which is read where it is beside the project, and what a data file of
 * ours says about it.
 *
 * @param key names it in both
 * @param source documentation and page, as evidence cites them: {@code documentation-2022: users}
 * @param path as the documentation shows it, below {@code /v2}
 * @param ours how it is sent here and where we know that the reply is another; empty when there is nothing to say
 */
record Documented(
        String key,
        String source,
        String method,
        String path,
        @Nullable JsonObject body,
        JsonObject reply,
        JsonObject ours) {

    /** Every documented exchange, in the order of the documentation. */
    static List<Documented> all() {
        JsonObject known = notes();
        return ((JsonArray) Samples.oracle("upstream/documented-exchanges.json"))
                .values().stream()
                        .map(JsonObject.class::cast)
                        .map(exchange -> of(exchange, known))
                        .toList();
    }

    /** What our files say, by key. */
    static JsonObject notes() {
        JsonObject.Builder all = JsonObject.builder();
        for (Path page : Samples.in("documented")) {
            JsonObject notes = (JsonObject) Samples.read(page);
            notes.forEach((key, value) -> all.put(key, (JsonObject) value));
        }
        return all.build();
    }

    private static Documented of(JsonObject exchange, JsonObject notes) {
        String key = exchange.textOr("key", "");
        JsonObject ours = notes.object(key);
        String path = exchange.textOr("path", "").replaceFirst("^/v2/", "").replace("`", "");
        Json body = ours.has("body") ? ours.get("body") : exchange.get("request");
        return new Documented(
                key,
                "documentation-" + exchange.textOr("doc", "") + ": " + exchange.textOr("page", ""),
                exchange.textOr("method", ""),
                path,
                body instanceof JsonObject object ? object : null,
                exchange.object("response"),
                ours);
    }

    /** As a reader finds it in our files. */
    String request() {
        return method + " " + path;
    }

    /** Where it is sent here. */
    String target() {
        return ours.textOr("path", path);
    }

    /** Somebody of the account that it is about. */
    String account() {
        return ours.textOr("account", Scene.ADMIN);
    }

    /** Who sends it. */
    String caller() {
        return ours.textOr("as", Scene.ADMIN);
    }

    /** The content type of what is sent. */
    String type() {
        return ours.textOr("type", "application/json");
    }

    /** What is sent: the documented request, or what our file has instead; null for no body. */
    @Nullable
    String content() {
        return ours.has("raw") || body == null ? ours.text("raw") : body.toString();
    }

    /** Requests that make the world fit, and names of {@code things.json} that have to be there. */
    List<Json> before() {
        return ours.array("before").values();
    }

    /** JSON pointers to where the reply is known to be another, there or below, each with the reason. */
    Map<String, String> differences() {
        Map<String, String> reasons = new TreeMap<>();
        JsonObject differs = ours.object("differs");
        differs.forEach((pointer, reason) -> reasons.put(pointer, differs.textOr(pointer, "")));
        return reasons;
    }

    @Override
    public String toString() {
        return key + " " + request();
    }
}
