package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation needs to be asked well, where its declaration does not say it.
 *
 * @param as the role that asks; null for the usual one, empty for nobody
 * @param path with holes, below {@code /v2}; null for the first template
 * @param query with holes
 * @param headers by lower-case name, with holes
 * @param data of the envelope; null for a sample of the schema
 * @param text a body that is no JSON; null for none
 * @param things what holes stand for in this operation alone
 * @param refusals what else is asked, and refused
 */
record Example(
        @Nullable String as,
        @Nullable String path,
        List<Request.Parameter> query,
        Map<String, String> headers,
        @Nullable JsonObject data,
        @Nullable JsonObject envelope,
        @Nullable String text,
        Map<String, JsonObject> things,
        List<Example> refusals) {

    static final Example NONE = read(JsonObject.EMPTY);

    /** Reads one of a resource file. */
    static Example read(JsonObject json) {
        Map<String, JsonObject> things = new LinkedHashMap<>();
        json.object("things").forEach((name, thing) -> things.put(name, (JsonObject) thing));
        Map<String, String> headers = new LinkedHashMap<>();
        json.object("headers").forEach((name, value) -> headers.put(name, String.valueOf(value.text())));
        List<Request.Parameter> query = json.object("query").keys().stream()
                .map(name -> new Request.Parameter(
                        name, String.valueOf(json.object("query").text(name))))
                .toList();
        return new Example(
                json.text("as"),
                json.text("path"),
                query,
                headers,
                json.get("data") instanceof JsonObject data ? data : null,
                json.get("body") instanceof JsonObject body ? body : null,
                json.text("text"),
                things,
                refusals(json));
    }

    private static List<Example> refusals(JsonObject json) {
        return json.array("refusals").values().stream()
                .map((Json each) -> read((JsonObject) each))
                .toList();
    }
}
