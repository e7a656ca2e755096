package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that is tried in a fresh sandbox.
 *
 * @param role who asks; null for nobody
 * @param things that must be there before, in order
 */
record Attempt(Operation operation, @Nullable String role, Request template, List<JsonObject> things) {

    Attempt by(@Nullable String other) {
        Request asked = other == null
                ? template.without("x-auth-token")
                : template.with("x-auth-token", "${" + Logins.AUTH_TOKEN + "}");
        return new Attempt(operation, other, asked, things);
    }

    Attempt at(String path) {
        return new Attempt(operation, role, template.at(path), things);
    }

    Attempt sending(JsonObject envelope) {
        return new Attempt(operation, role, template.withJson(envelope), things);
    }

    /** What must be there before it can be asked. */
    Given given(JsonObject world) {
        JsonObject.Builder params = JsonObject.builder().putAll(world);
        if (role != null) {
            params.put("login", role);
        }
        if (!things.isEmpty()) {
            params.put("things", new JsonArray(List.<Json>copyOf(things)));
        }
        String who = role == null ? "nobody is logged in" : role.replace('_', ' ') + " is logged in";
        String what = things.stream().map(thing -> thing.textOr("as", "")).collect(Collectors.joining(", "));
        return new Given(what.isEmpty() ? who : who + "; there is " + what, params.build());
    }

    /**
     * Asks it.
     *
     * @param world parameters of the state that say which world it begins with
     * @throws StateProblem when what must be there before cannot be had
     */
    Interaction ask(Stage stage, JsonObject world) {
        Given given = given(world);
        Map<String, String> values = new States(stage.target(), stage.logins()).establish(given);
        Request request = template.filled(values);
        Response response = stage.target().ask(request);
        Map<String, String> named = new TreeMap<>(values);
        named.keySet().retainAll(names());
        return new Interaction(
                operation.id() + " answers " + response.status(), operation, given, template, named, request, response);
    }

    /** The holes of the request, and the things behind them. */
    private java.util.Set<String> names() {
        java.util.Set<String> names = template.holes();
        things.forEach(thing -> names.add(thing.textOr("as", "")));
        return names;
    }
}
