package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Query;
import io.github.kazoomock.server.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request out of a journal, as far as a contract speaks of it.
 *
 * @param operation that answered it
 */
record UsedRequest(String operation, Request request, Response response) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /** What a contract keeps of what clients send: the rest is none of the server's business. */
    private static final List<String> HEADERS =
            List.of("accept", "accept-language", "content-type", "if-match", "if-none-match", "range", "x-auth-token");

    static UsedRequest of(JournalEntry entry) {
        Map<String, String> headers = new TreeMap<>();
        HEADERS.forEach(name -> {
            List<String> values = entry.requestHeaders().get(name);
            boolean isUsual = name.equals("accept") && values != null && values.contains("*/*");
            if (values != null && !values.isEmpty() && !isUsual) {
                headers.put(name, String.join(", ", values));
            }
        });
        List<Request.Parameter> query = Query.parse(entry.query()).pairs().stream()
                .map(pair -> new Request.Parameter(pair.getKey(), pair.getValue()))
                .toList();
        return new UsedRequest(
                entry.operation(),
                new Request(
                        entry.method(),
                        entry.inside(),
                        query,
                        headers,
                        whole(entry.request().bytes())),
                new Response(
                        entry.status(),
                        entry.responseHeaders(),
                        whole(entry.response().bytes())));
    }

    private static byte[] whole(byte[] bytes) {
        return bytes.clone();
    }

    @Nullable
    String token() {
        return request.headers().get("x-auth-token");
    }

    boolean isWrite() {
        return !request.method().equals("GET");
    }

    /** The request, said to be JSON where it is: curl calls it a form unless it is told otherwise (decision H15). */
    Request asJson() {
        boolean isObject =
                request.body().length > 0 && new Response(0, Map.of(), request.body()).json() instanceof JsonObject;
        return isObject ? request.with("content-type", "application/json") : request;
    }

    /** The id of what it made; null when it made nothing. */
    @Nullable
    String made() {
        boolean isNew = request.method().equals("PUT") || request.method().equals("POST");
        Json answer = response.json();
        return isNew && response.isSuccess() && answer instanceof JsonObject envelope
                ? envelope.text("data", "id")
                : null;
    }

    /** Every id that it speaks of. */
    Set<String> ids() {
        return ids(text());
    }

    /** Every id that it or its reply speaks of, but those of tokens and of the exchange itself. */
    Set<String> allIds() {
        Set<String> ids = ids(text());
        if (response.json() instanceof JsonObject envelope) {
            ids.addAll(ids(String.valueOf(envelope.get("data"))));
        }
        return ids;
    }

    private String text() {
        StringBuilder text = new StringBuilder(request.path());
        request.query().forEach(each -> text.append(' ').append(each.value()));
        if (request.isJson()) {
            text.append(' ').append(new String(request.body(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static Set<String> ids(String text) {
        Set<String> ids = new HashSet<>();
        Matcher id = ID.matcher(text);
        while (id.find()) {
            ids.add(id.group());
        }
        return ids;
    }

    /** The same with holes where the values stand. */
    static Request withHoles(Request request, Map<String, String> valuesByName) {
        Request result = request;
        for (Map.Entry<String, String> each : valuesByName.entrySet()) {
            if (!each.getValue().isEmpty()) {
                result = replaced(result, each.getValue(), "${" + each.getKey() + "}");
            }
        }
        return result;
    }

    private static Request replaced(Request request, String value, String hole) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.replaceAll((name, text) -> text.equals(value) ? hole : text);
        byte[] body = request.isJson()
                ? new String(request.body(), StandardCharsets.UTF_8)
                        .replace(value, hole)
                        .getBytes(StandardCharsets.UTF_8)
                : request.body();
        String path = String.join(
                "/",
                Arrays.stream(request.path().split("/", -1))
                        .map(step -> step.equals(value) ? hole : step)
                        .toList());
        return new Request(
                request.method(),
                path,
                request.query().stream()
                        .map(each ->
                                new Request.Parameter(each.name(), each.value().replace(value, hole)))
                        .toList(),
                headers,
                body);
    }
}
