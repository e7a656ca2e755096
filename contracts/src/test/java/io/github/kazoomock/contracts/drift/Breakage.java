package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One way in which a server goes wrong.
 *
 * @param method and path that it goes wrong on
 * @param status of replies that it spoils
 * @param verify what {@code verify} calls it; empty where a pact cannot see it
 * @param drift what {@code drift} calls it
 */
record Breakage(
        String name,
        String method,
        Pattern path,
        int status,
        String verify,
        Difference.Kind drift,
        UnaryOperator<Response> spoil) {

    private static final String ONE = "/v2/accounts/[^/]+/menus/[^/]+";
    private static final String MANY = "/v2/accounts/[^/]+/menus";

    /** A target that answers badly. */
    Response spoiled(Request request, Response good) {
        boolean isMeant =
                request.method().equals(method) && path.matcher(request.path()).matches() && good.status() == status;
        return isMeant ? spoil.apply(good) : good;
    }

    static List<Breakage> all() {
        List<Breakage> all = new ArrayList<>();
        // what a document lost
        all.add(body(
                "drops a field",
                "GET",
                ONE,
                200,
                "missing field",
                Difference.Kind.MISSING_KEY,
                e -> e.without("data", "name")));
        all.add(body(
                "renames a field",
                "GET",
                ONE,
                200,
                "missing field",
                Difference.Kind.EXTRA_KEY,
                e -> e.without("data", "name").with(Json.of("Main menu"), "data", "title")));
        all.add(body(
                "drops the id",
                "PUT",
                MANY,
                201,
                "missing field",
                Difference.Kind.MISSING_KEY,
                e -> e.without("data", "id")));
        all.add(body(
                "drops an object",
                "GET",
                ONE,
                200,
                "missing field",
                Difference.Kind.MISSING_KEY,
                e -> e.without("data", "media")));
        // what became something else
        all.add(body(
                "sends a number as text",
                "GET",
                ONE,
                200,
                "wrong type",
                Difference.Kind.WRONG_TYPE,
                e -> e.with(Json.of("3"), "data", "retries")));
        all.add(body(
                "sends null",
                "GET",
                ONE,
                200,
                "wrong type",
                Difference.Kind.WRONG_TYPE,
                e -> e.with(JsonLiteral.NULL, "data", "name")));
        all.add(body(
                "sends an object as a list",
                "GET",
                ONE,
                200,
                "wrong type",
                Difference.Kind.WRONG_TYPE,
                e -> e.with(JsonArray.EMPTY, "data", "media")));
        all.add(body(
                "sends a fraction for a count",
                "GET",
                ONE,
                200,
                "wrong type",
                Difference.Kind.WRONG_VALUE,
                e -> e.with(Json.of(2.5), "data", "retries")));
        all.add(body(
                "sends a switch as text",
                "GET",
                ONE,
                200,
                "wrong type",
                Difference.Kind.WRONG_TYPE,
                e -> e.with(Json.of("true"), "data", "suppress_media")));
        all.add(body(
                "loses what was written",
                "POST",
                ONE,
                200,
                "wrong value",
                Difference.Kind.WRONG_TEXT,
                e -> e.with(Json.of("forgotten"), "data", "name")));
        all.add(body(
                "patches nothing",
                "PATCH",
                ONE,
                200,
                "wrong value",
                Difference.Kind.WRONG_TEXT,
                e -> e.with(Json.of("as before"), "data", "name")));
        all.add(body(
                "knows an extra value of an enum",
                "GET",
                "/v2/accounts/[^/]+/users/[^/]+",
                200,
                "not in enum",
                Difference.Kind.WRONG_TEXT,
                e -> e.with(Json.of("king"), "data", "priv_level")));
        all.add(body(
                "tells another document's id",
                "GET",
                ONE,
                200,
                "wrong reference",
                Difference.Kind.WRONG_REFERENCE,
                e -> e.with(Json.of("0123456789abcdef0123456789abcdef"), "data", "id")));
        all.add(body(
                "writes ids in capitals",
                "GET",
                ONE,
                200,
                "wrong pattern",
                Difference.Kind.WRONG_TEXT,
                e -> e.with(Json.of("0123456789ABCDEF0123456789ABCDEF"), "data", "id")));
        // lists
        all.add(list(
                "answers a stale list",
                "wrong reference",
                Difference.Kind.MISSING_ELEMENT,
                rows -> rows.stream()
                        .filter(row -> !"Main menu".equals(((JsonObject) row).text("name")))
                        .toList()));
        all.add(list("answers an empty list", "too few elements", Difference.Kind.MISSING_ELEMENT, rows -> List.of()));
        all.add(list("turns a list around", "", Difference.Kind.WRONG_ORDER, rows -> {
            List<Json> turned = new ArrayList<>(rows);
            Collections.reverse(turned);
            return turned;
        }));
        all.add(list(
                "drops a key of every row",
                "missing field",
                Difference.Kind.MISSING_KEY,
                rows -> rows.stream()
                        .<Json>map(row -> ((JsonObject) row).without("name"))
                        .toList()));
        all.add(body(
                "answers a list as an object",
                "GET",
                MANY,
                200,
                "wrong type",
                Difference.Kind.WRONG_TYPE,
                e -> e.with(JsonObject.EMPTY, "data")));
        all.add(body(
                "forgets the page size",
                "GET",
                MANY,
                200,
                "missing field",
                Difference.Kind.MISSING_KEY,
                e -> e.without("page_size")));
        // the envelope
        all.add(new Breakage(
                "loses the envelope",
                "GET",
                Pattern.compile(ONE),
                200,
                "missing field",
                Difference.Kind.MISSING_KEY,
                good -> good.json() instanceof JsonObject e ? with(good, e.object("data")) : good));
        all.add(body(
                "calls a success ok",
                "GET",
                ONE,
                200,
                "wrong value",
                Difference.Kind.WRONG_TEXT,
                e -> e.with(Json.of("ok"), "status")));
        all.add(body(
                "forgets the request id",
                "GET",
                ONE,
                200,
                "missing field",
                Difference.Kind.MISSING_KEY,
                e -> e.without("request_id")));
        all.add(body(
                "forgets the revision",
                "GET",
                ONE,
                200,
                "missing field",
                Difference.Kind.MISSING_KEY,
                e -> e.without("revision")));
        all.add(body(
                "writes time its own way",
                "GET",
                ONE,
                200,
                "wrong pattern",
                Difference.Kind.WRONG_TEXT,
                e -> e.with(Json.of("Saturday"), "timestamp")));
        // refusals
        all.add(body(
                "names the broken rule otherwise",
                "PUT",
                MANY,
                400,
                "missing field",
                Difference.Kind.EXTRA_KEY,
                Breakage::otherRule));
        all.add(body(
                "says it in other words",
                "GET",
                ONE,
                404,
                "wrong value",
                Difference.Kind.WRONG_TEXT,
                e -> e.with(Json.of("nothing here"), "message")));
        all.add(body(
                "sends the error as a number",
                "GET",
                ONE,
                404,
                "wrong type",
                Difference.Kind.WRONG_TYPE,
                e -> e.with(Json.of(404), "error")));
        // the reply as a whole
        all.add(status("answers 200 for what it made", "PUT", MANY, 201, 200));
        all.add(status("answers 404 for what is forbidden", "GET", ONE, 403, 404));
        all.add(status("lets everybody in", "GET", ONE, 401, 200));
        all.add(new Breakage(
                "calls JSON a page",
                "GET",
                Pattern.compile(ONE),
                200,
                "wrong content type",
                Difference.Kind.WRONG_CONTENT_TYPE,
                good -> {
                    Map<String, String> headers = new TreeMap<>(good.headers());
                    headers.put("content-type", "text/html");
                    return new Response(good.status(), headers, good.body());
                }));
        all.add(new Breakage(
                "cuts the body off",
                "GET",
                Pattern.compile(ONE),
                200,
                "no JSON",
                Difference.Kind.WRONG_BODY,
                good -> new Response(
                        good.status(),
                        good.headers(),
                        new String(good.body(), StandardCharsets.UTF_8)
                                .substring(0, 20)
                                .getBytes(StandardCharsets.UTF_8))));
        return all;
    }

    private static JsonObject otherRule(JsonObject envelope) {
        JsonObject.Builder data = JsonObject.builder();
        envelope.object("data").forEach((field, rules) -> {
            JsonObject.Builder renamed = JsonObject.builder();
            ((JsonObject) rules).forEach((rule, said) -> renamed.put("is_" + rule, said));
            data.put(field, renamed.build());
        });
        return envelope.with(data.build(), "data");
    }

    private static Breakage body(
            String name,
            String method,
            String path,
            int status,
            String verify,
            Difference.Kind drift,
            UnaryOperator<JsonObject> change) {
        return new Breakage(
                name,
                method,
                Pattern.compile(path),
                status,
                verify,
                drift,
                good -> good.json() instanceof JsonObject envelope ? with(good, change.apply(envelope)) : good);
    }

    private static Breakage list(String name, String verify, Difference.Kind drift, UnaryOperator<List<Json>> change) {
        return body(
                name,
                "GET",
                MANY,
                200,
                verify,
                drift,
                envelope -> envelope.with(
                        new JsonArray(change.apply(envelope.array("data").values())), "data"));
    }

    private static Breakage status(String name, String method, String path, int from, int to) {
        return new Breakage(
                name,
                method,
                Pattern.compile(path),
                from,
                "unexpected status",
                Difference.Kind.WRONG_STATUS,
                good -> new Response(to, good.headers(), good.body()));
    }

    private static Response with(Response good, JsonObject body) {
        return new Response(good.status(), good.headers(), body.utf8());
    }
}
