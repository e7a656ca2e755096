package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Request.Parameter;
import io.github.kazoomock.server.sandbox.Decision;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads sessions that are written as data.
 *
 * <pre>{@code
 * {"decision": "ROWS_HAVE_FEATURES", "steps": [
 *   {"PUT": "accounts/${ACCOUNT_ID}/menus", "data": {"name": "Main"}, "keep": {"MENU_ID": "/data/id"}},
 *   {"wait": "PT2H"},
 *   {"GET": "accounts/${ACCOUNT_ID}/menus?page_size=1", "token": null, "headers": {"accept": "text/csv"}}]}
 * }</pre>
 *
 * <p>Paths are below {@code /v2/}. {@code data} is sent in an envelope, {@code json} as it is, {@code body} as text;
 * {@code token} is the name of a value, {@code AUTH_TOKEN} when it is missing and none when it is null. Whatever is no
 * step is what the session begins with.
 */
final class SessionReader {
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "HEAD");
    private static final List<String> OWN = List.of("decision", "name", "steps");

    private SessionReader() {}

    static Session probe(String file, JsonObject probe, OperationNames names) {
        Decision decision = Decision.valueOf(probe.textOr("decision", ""));
        String title = file.replace(".json", "") + " "
                + probe.textOr("name", decision.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        List<Step> steps = new ArrayList<>();
        for (Json step : probe.array("steps")) {
            steps.add(step((JsonObject) step, names));
        }
        Given given = new Given(title, probe.filterKeys(key -> !OWN.contains(key)));
        return new Session(title, Optional.of(decision), given, steps);
    }

    private static Step step(JsonObject step, OperationNames names) {
        String wait = step.text("wait");
        if (wait != null) {
            return new Step.Wait(Duration.parse(wait));
        }
        String method = METHODS.stream()
                .filter(step::has)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a step is a method or a wait: " + step));
        String[] address = step.textOr(method, "").split("\\?", 2);
        String path = "/v2/" + address[0];
        Request request =
                new Request(method, path, query(address.length > 1 ? address[1] : ""), headers(step), new byte[0]);
        Map<String, String> keep = new LinkedHashMap<>();
        step.object("keep").forEach((name, place) -> keep.put(name, String.valueOf(place.text())));
        return new Step.Ask(names.of(method, path), withBody(request, step), keep);
    }

    private static List<Parameter> query(String query) {
        return Stream.of(query.split("&"))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("=", 2))
                .map(each -> new Parameter(decoded(each[0]), each.length > 1 ? decoded(each[1]) : ""))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(JsonObject step) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (step.get("token") != JsonLiteral.NULL) {
            headers.put("x-auth-token", "${" + step.textOr("token", "AUTH_TOKEN") + "}");
        }
        step.object("headers").forEach((name, value) -> headers.put(name, String.valueOf(value.text())));
        return headers;
    }

    private static Request withBody(Request request, JsonObject step) {
        if (step.get("data") != null) {
            return request.withJson(JsonObject.of("data", step.object("data")));
        }
        if (step.get("json") instanceof JsonObject json) {
            return request.withJson(json);
        }
        String body = step.text("body");
        return body == null ? request : request.withBody(body.getBytes(StandardCharsets.UTF_8));
    }
}
