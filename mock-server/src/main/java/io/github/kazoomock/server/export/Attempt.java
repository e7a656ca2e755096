package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String TOKEN_HEADER = "x-auth-token";

    /** The same asked by somebody else; by nobody, a token that is not in its header is still there. */
    Attempt by(@Nullable String other) {
        Request bare = template.without(TOKEN_HEADER);
        if (other == null) {
            boolean needsLogin = bare.holes().contains(Logins.AUTH_TOKEN);
            return new Attempt(operation, needsLogin ? role : null, bare, things);
        }
        return new Attempt(operation, other, template.with(TOKEN_HEADER, "${" + Logins.AUTH_TOKEN + "}"), things);
    }

    Attempt at(String path) {
        return new Attempt(operation, role, template.at(path), things);
    }

    Attempt sending(JsonObject envelope) {
        return new Attempt(operation, role, template.withJson(envelope), things);
    }

    /** The same with the body of another, and what its holes stand for. */
    Attempt sendingAs(Attempt other) {
        Request asked = other.template.body().length == 0
                ? template.without("content-type").withBody(new byte[0])
                : template.with("content-type", other.template.headers().getOrDefault("content-type", ""))
                        .withBody(other.template.body());
        return new Attempt(operation, role, asked, things).after(other.things);
    }

    /** The same when more is there before; what it has itself stays. */
    Attempt after(List<JsonObject> more) {
        Set<String> known = things.stream().map(thing -> thing.textOr("as", "")).collect(Collectors.toSet());
        List<JsonObject> all = new ArrayList<>(things);
        more.stream().filter(thing -> known.add(thing.textOr("as", ""))).forEach(all::add);
        return new Attempt(operation, role, template, List.copyOf(all));
    }

    /** The same without a thing, when neither the request nor another thing mentions it. */
    Attempt unlessNeeded(String hole) {
        List<JsonObject> others =
                things.stream().filter(thing -> !hole.equals(thing.text("as"))).toList();
        boolean isNeeded = template.holes().contains(hole)
                || others.stream()
                        .anyMatch(thing -> Holes.names(thing.toString()).contains(hole));
        return isNeeded ? this : new Attempt(operation, role, template, others);
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
     * @throws StateProblem when what must be there before cannot be had, or nothing is known for a hole
     */
    Interaction ask(Stage stage, JsonObject world) {
        Given given = given(world);
        Map<String, String> values = new States(stage.target(), stage.logins()).establish(given);
        Request request = template.filled(values);
        if (!request.holes().isEmpty()) {
            throw new StateProblem(operation.id() + ": there is no " + String.join(", ", request.holes()) + " here");
        }
        Response response = stage.target().ask(request);
        Map<String, String> named = new TreeMap<>(values);
        named.keySet().retainAll(names());
        return new Interaction(
                operation.id() + " answers " + response.status(), operation, given, template, named, request, response);
    }

    /** The holes of the request, and the things behind them. */
    private Set<String> names() {
        Set<String> names = template.holes();
        things.forEach(thing -> names.add(thing.textOr("as", "")));
        return names;
    }
}
