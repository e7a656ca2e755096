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
 * @param envelope the whole body; null when only {@code data} is said
 * @param text a body that is no JSON; null for none
 * @param things what holes stand for in this operation alone
 * @param needs names of things that must be there though no hole stands for them
 * @param refusals what else is asked, and refused; each says only what it does otherwise, and its {@code status}
 * @param status of the reply that a refusal is for; 0 for a success. Of an operation that no request makes succeed
 *     what it answers instead, beside a {@code why} for people
 * @param isNicer the operation would succeed without it, but people read the example
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
        List<String> needs,
        List<Example> refusals,
        int status,
        boolean isNicer) {

    static final Example NONE = read(JsonObject.EMPTY);

    /** Reads one of a resource file. */
    static Example read(JsonObject json) {
        Map<String, JsonObject> things = new LinkedHashMap<>();
        json.object("things").forEach((name, thing) -> things.put(name, (JsonObject) thing));
        Map<String, String> headers = new LinkedHashMap<>();
        json.object("headers").forEach((name, value) -> headers.put(name, String.valueOf(value.text())));
        return new Example(
                json.text("as"),
                json.text("path"),
                Request.parameters(json.object("query")),
                headers,
                json.get("data") instanceof JsonObject data ? data : null,
                json.get("body") instanceof JsonObject body ? body : null,
                json.text("text"),
                things,
                json.array("needs").texts(),
                refusals(json),
                (int) json.integer(0, "status"),
                json.isTrue("nicer"));
    }

    /** A refusal needs the things that a success needs, and is asked alike but for what it says. */
    private static List<Example> refusals(JsonObject json) {
        JsonObject good = json.without("refusals").without("nicer");
        return json.array("refusals").values().stream()
                .map((Json each) -> read(refusal(good, (JsonObject) each)))
                .toList();
    }

    private static JsonObject refusal(JsonObject good, JsonObject bad) {
        JsonObject merged = bad.has("data") ? good.without("body").without("text") : good;
        return merged.plus(bad).with(good.object("things").plus(bad.object("things")), "things");
    }

    /** True when it says what is sent. */
    boolean hasBody() {
        return data != null || envelope != null || text != null;
    }

    /** True when it says how the operation is asked well, not only how badly. */
    boolean isForSuccess() {
        return hasBody()
                || as != null
                || path != null
                || !query.isEmpty()
                || !headers.isEmpty()
                || !things.isEmpty()
                || !needs.isEmpty();
    }
}
