package io.github.kazoomock.contracts.target;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Sends nothing: says what would be sent, and answers as if all went well, so that the rest of the way is gone, too. Ids
 * that only a server could give have names instead: {@code <menus 1>}.
 */
public final class DryTransport implements Transport {
    private static final int LONGEST_BODY = 200;

    private final BaseUrl base;
    private final Secrets secrets;
    private final Consumer<String> out;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final JsonObject caller;

    /** @param out is told each request, in a line */
    public DryTransport(BaseUrl base, Secrets secrets, Consumer<String> out) {
        this.base = base;
        this.secrets = secrets;
        this.out = out;
        // the most that a caller can be, so that nothing is left out that might be sent
        this.caller = JsonObject.builder()
                .put("id", id("your account"))
                .put("account_id", id("your account"))
                .put("name", "<the name of your account>")
                .put("superduper_admin", true)
                .put("is_reseller", true)
                .build();
    }

    @Override
    public Response send(Request request) {
        base.of(request);
        out.accept(line(request));
        JsonObject sent = Json.parse(request.isJson() ? request.body() : "{}".getBytes(StandardCharsets.UTF_8))
                        instanceof JsonObject envelope
                ? envelope.object("data")
                : JsonObject.EMPTY;
        Json data = switch (request.method()) {
            case "PUT" -> sent.with(Json.of(id(noun(request.path()))), "id");
            case "GET" -> isList(request) ? new JsonArray(List.of(listed(request))) : caller;
            default -> sent;
        };
        JsonObject answer = JsonObject.of("data", data, "auth_token", Json.of("dry run"));
        return new Response(removed(request) ? 404 : 200, Map.of("content-type", "application/json"), answer.utf8());
    }

    private static boolean isList(Request request) {
        return request.path().split("/").length > 4;
    }

    private JsonObject listed(Request request) {
        return JsonObject.of("id", Json.of(id(noun(request.path()) + " that is there")));
    }

    /** Whether an account is still there is only asked after it was deleted. */
    private boolean removed(Request request) {
        String[] steps = request.path().split("/");
        return request.method().equals("GET")
                && steps.length == 4
                && names.containsKey(steps[3])
                && !steps[3].equals(caller.text("id"));
    }

    private String line(Request request) {
        String query = request.query().stream()
                .map(each -> each.name() + "=" + each.value())
                .collect(Collectors.joining("&"));
        String text = request.method() + " " + base.root() + request.path().substring("/v2".length())
                + (query.isEmpty() ? "" : "?" + query) + body(request);
        for (Map.Entry<String, String> each : names.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return secrets.scrub(text);
    }

    private static String body(Request request) {
        if (request.body().length == 0) {
            return "";
        }
        if (!request.isJson()) {
            return " (" + request.body().length + " bytes)";
        }
        String text = new String(request.body(), StandardCharsets.UTF_8);
        return " " + (text.length() > LONGEST_BODY ? text.substring(0, LONGEST_BODY) + " ..." : text);
    }

    private String id(String what) {
        String found = names.entrySet().stream()
                .filter(each -> each.getValue().equals("<" + what + ">"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        if (!found.isEmpty()) {
            return found;
        }
        String id = String.format("%032x", 0xdead0000L + names.size());
        int number = counts.merge(what, 1, Integer::sum);
        names.put(id, what.startsWith("your") ? "<" + what + ">" : "<" + what + " " + number + ">");
        return id;
    }

    private static String noun(String path) {
        String[] steps = path.split("/");
        boolean isAccount = steps.length <= 4 && steps[2].equals("accounts");
        return isAccount ? "account" : steps[steps.length - 1];
    }
}
