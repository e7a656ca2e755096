package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.faults.FaultRule;
import io.github.kazoomock.server.faults.Match;
import io.github.kazoomock.server.faults.Occasion;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a fault rule whole before anything is armed; what makes no sense is named by its path: {@code match.method}.
 *
 * @param operations all there are, by id
 */
record FaultReader(Sandbox sandbox, List<String> operations) {
    private static final List<String> KEYS =
            List.of("name", "match", "nth", "every", "probability", "seed", "count", "expires_in", "fault");

    FaultRule read(JsonObject body) {
        only(body, KEYS);
        Match match = within(body, "match", this::match);
        if (!body.has("fault")) {
            throw new BadRequest("fault: say what goes wrong, like {\"status\": 503}");
        }
        return new FaultRule(
                Wanted.text(body, "name"),
                match,
                occasion(body),
                within(body, "fault", new FaultEffects(sandbox)::read),
                body);
    }

    private Match match(JsonObject match) {
        only(match, List.of("operation", "method", "path", "account_id"));
        String operation = Wanted.text(match, "operation");
        if (operation != null && operations.stream().noneMatch(id -> Match.isLike(operation, id))) {
            throw new BadRequest("operation: none is called '" + operation + "'; use an id like devices.list, or"
                    + " devices.* for all of a noun");
        }
        String method = Wanted.text(match, "method");
        if (method != null && Verb.of(method.toUpperCase(Locale.ROOT)).isEmpty()) {
            throw new BadRequest("method: '" + method + "' is none that KAZOO knows");
        }
        String path = Wanted.text(match, "path");
        if (path != null
                && ((!path.startsWith("/") && !path.startsWith("*"))
                        || path.contains("?")
                        || path.startsWith("/sandboxes/"))) {
            throw new BadRequest("path: write it as it is below the sandbox, without a query, like"
                    + " /v2/accounts/*/devices; * is anything but a slash, ** anything");
        }
        return new Match(
                operation,
                method == null ? null : method.toUpperCase(Locale.ROOT),
                path,
                Wanted.text(match, "account_id"));
    }

    private Occasion occasion(JsonObject body) {
        if (body.has("nth") && body.has("every")) {
            throw new BadRequest("every: use nth or every, not both");
        }
        double probability = Wanted.number(body, "probability", 1);
        if (probability < 0 || probability > 1) {
            throw new BadRequest("probability: use a number from 0 to 1");
        }
        return new Occasion(
                positive(body, "nth", 0),
                positive(body, "every", 1),
                probability,
                Wanted.integer(body, "seed", sandbox.blueprint().seed()),
                positive(body, "count", 0),
                end(body));
    }

    private @Nullable Instant end(JsonObject body) {
        Duration life = Wanted.duration(body, "expires_in");
        if (life == null) {
            return null;
        }
        if (life.isNegative() || life.isZero() || life.toDays() > 36_500) {
            throw new BadRequest("expires_in: use more than 0 seconds, at most a hundred years");
        }
        return sandbox.clock().now().plus(life);
    }

    /** A whole number from 1. */
    static long positive(JsonObject body, String key, long usual) {
        long number = Wanted.integer(body, key, usual);
        if (body.has(key) && number < 1) {
            throw new BadRequest(key + ": use 1 or more");
        }
        return number;
    }

    /** Refuses other keys than these. */
    static void only(JsonObject body, List<String> known) {
        for (String key : body.keys()) {
            if (!known.contains(key)) {
                throw new BadRequest(key + ": nothing is known by this name; use " + String.join(", ", known));
            }
        }
    }

    /** Reads an object below a key, empty when it is missing; complaints name the way to it. */
    static <T> T within(JsonObject body, String key, Function<JsonObject, T> reader) {
        Json value = body.get(key);
        if (value != null && !(value instanceof JsonObject)) {
            throw new BadRequest(key + ": " + value + " is no object");
        }
        try {
            return reader.apply(value instanceof JsonObject object ? object : JsonObject.EMPTY);
        } catch (BadRequest e) {
            throw new BadRequest(e.status(), key + "." + e.getMessage());
        }
    }
}
