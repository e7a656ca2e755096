package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A request, perhaps with holes like <code>${MENU_ID}</code> in path, query, headers and body.
 *
 * @param path starting with a slash, percent-encoded: {@code /v2/accounts}
 * @param query decoded, in order
 * @param headers by lower-case name
 * @param body empty for none
 */
public record Request(String method, String path, List<Parameter> query, Map<String, String> headers, byte[] body) {

    /** One {@code name=value} of a query string. */
    public record Parameter(String name, String value) {}

    public Request {
        query = List.copyOf(query);
        headers = new TreeMap<>(headers);
    }

    /** A query, one parameter for each key. */
    static List<Parameter> parameters(JsonObject query) {
        return query.keys().stream()
                .map(name -> new Parameter(name, query.textOr(name, "")))
                .toList();
    }

    /** A request without query and body. */
    public static Request of(String method, String path) {
        return new Request(method, path, List.of(), Map.of(), new byte[0]);
    }

    /** The same with a JSON body. */
    public Request withJson(JsonObject json) {
        return with("content-type", "application/json").withBody(json.utf8());
    }

    /** The same with other bytes. */
    public Request withBody(byte[] bytes) {
        return new Request(method, path, query, headers, bytes);
    }

    /** The same with one header. */
    public Request with(String header, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return new Request(method, path, query, all, body);
    }

    /** The same without one header. */
    public Request without(String header) {
        Map<String, String> all = new TreeMap<>(headers);
        all.remove(header);
        return new Request(method, path, query, all, body);
    }

    /** The same at another path. */
    public Request at(String other) {
        return new Request(method, other, query, headers, body);
    }

    /** What tells it from any other: records of arrays do not. */
    String key() {
        return method + path + query + headers + new String(body, StandardCharsets.ISO_8859_1);
    }

    /** True when the body is JSON, which is what has holes. */
    public boolean isJson() {
        return body.length > 0 && headers.getOrDefault("content-type", "").startsWith("application/json");
    }

    /** The names of its holes. */
    public Set<String> holes() {
        Set<String> names = new LinkedHashSet<>(Holes.names(path));
        query.forEach(each -> names.addAll(Holes.names(each.value())));
        headers.values().forEach(value -> names.addAll(Holes.names(value)));
        if (isJson()) {
            names.addAll(Holes.names(new String(body, StandardCharsets.UTF_8)));
        }
        return names;
    }

    /** The holes filled; what no value is known for stays. */
    public Request filled(Map<String, String> values) {
        UnaryOperator<String> fill = text -> Holes.fill(text, values);
        Map<String, String> filledHeaders = new TreeMap<>();
        headers.forEach((name, value) -> filledHeaders.put(name, fill.apply(value)));
        return new Request(
                method,
                Holes.fillPath(path, values),
                query.stream()
                        .map(each -> new Parameter(each.name(), fill.apply(each.value())))
                        .toList(),
                filledHeaders,
                isJson() ? Holes.fill(Json.parse(body), values).toString().getBytes(StandardCharsets.UTF_8) : body);
    }
}
