package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments;
import io.github.kazoomock.schemas.SampleDocuments.Size;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.crossbar.Verb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For every operation how it is asked and answered: a success, and each refusal that it has (400, 401, 402, 403, 404,
 * 409), as they really went in fresh sandboxes. A noun that is declared needs no line here; an operation that its
 * declaration cannot explain has an {@link Example}.
 */
public final class Interactions {
    private final SampleDocuments samples;
    private final Examples examples;
    private final Things things;
    private final Supplier<Stage> stages;
    private final JsonObject world;

    /**
     * Interactions of a table.
     *
     * @param stages makes a fresh sandbox, always the same
     * @param world parameters of provider states that say with which world it begins
     */
    public Interactions(OperationTable table, SchemaRegistry schemas, Supplier<Stage> stages, JsonObject world) {
        this.samples = new SampleDocuments(schemas);
        this.examples = Examples.of(table.nouns().keySet());
        this.things = new Things(table, samples, examples);
        this.stages = stages;
        this.world = world;
    }

    /**
     * The success first, then the refusals by status.
     *
     * @throws StateProblem when no good request is known, with the reply to the last one tried
     */
    public List<Interaction> of(Operation operation) {
        Example example = examples.of(operation.id());
        List<Interaction> all = new ArrayList<>();
        Attempt good = good(operation, example, all);
        Map<Integer, Interaction> refused = new TreeMap<>();
        for (Example bad : example.refusals()) {
            Interaction refusal =
                    attempt(operation, bad, bodies(operation, bad).get(0)).ask(stages.get(), world);
            refused.putIfAbsent(refusal.response().status(), refusal);
        }
        for (Refusals.Way way : Refusals.of(good)) {
            if (!refused.containsKey(way.status())) {
                Interaction tried = way.attempt().ask(stages.get(), world);
                if (tried.response().status() == way.status()) {
                    refused.put(way.status(), tried);
                }
            }
        }
        all.addAll(refused.values());
        return List.copyOf(all);
    }

    /** The largest body that is taken. */
    private Attempt good(Operation operation, Example example, List<Interaction> all) {
        String why = "";
        for (JsonObject body : bodies(operation, example)) {
            Attempt attempt = attempt(operation, example, body);
            Interaction tried = attempt.ask(stages.get(), world);
            if (tried.response().isSuccess()) {
                all.add(tried);
                return attempt;
            }
            why = tried.request().method() + " " + tried.request().path() + " answered "
                    + tried.response().status() + " "
                    + new String(tried.response().body(), StandardCharsets.UTF_8);
        }
        throw new StateProblem(operation.id() + ": " + why);
    }

    private Attempt attempt(Operation operation, Example example, JsonObject body) {
        String path = "/v2" + (example.path() == null ? usualPath(operation) : example.path());
        String role = role(operation, example);
        Map<String, String> headers = new TreeMap<>(example.headers());
        if (role != null) {
            headers.putIfAbsent("x-auth-token", "${" + Logins.AUTH_TOKEN + "}");
        }
        Request request = new Request(operation.verb().name(), path, example.query(), headers, new byte[0]);
        if (example.text() != null) {
            request = request.withBody(example.text().getBytes(StandardCharsets.UTF_8));
        } else if (!body.isEmpty()) {
            request = request.withJson(body);
        }
        Set<String> holes = new LinkedHashSet<>(request.holes());
        return new Attempt(operation, role, request, things.of(holes, path, listed(operation, example, holes, path)));
    }

    /** Beside what the example says: a list shows what was made just before. */
    private Map<String, JsonObject> listed(Operation operation, Example example, Set<String> holes, String path) {
        Map<String, JsonObject> own = new TreeMap<>(example.things());
        String noun = operation.pattern().noun();
        JsonObject document = things.document(noun);
        if (operation.id().equals(noun + ".list") && document != null && own.isEmpty()) {
            String hole = "LISTED_ID";
            own.put(hole, JsonObject.of("path", Json.of(path), "data", document));
            holes.add(hole);
        }
        holes.addAll(own.keySet());
        return own;
    }

    private static @Nullable String role(Operation operation, Example example) {
        if (example.as() != null) {
            return example.as().isEmpty() ? null : example.as();
        }
        return switch (operation.access()) {
            case ANYBODY -> null;
            case SUPERDUPER -> "superduper_admin";
            case ANY_TOKEN, ACCOUNT -> Logins.ACCOUNT_ADMIN;
        };
    }

    private static String usualPath(Operation operation) {
        String template = operation.templates().stream()
                .filter(each -> each.startsWith("/accounts/{ACCOUNT_ID}"))
                .findFirst()
                .orElse(operation.templates().get(0));
        return template.replace("{", "${");
    }

    /** What may be sent, the largest first; an empty object for nothing. */
    private List<JsonObject> bodies(Operation operation, Example example) {
        if (example.envelope() != null) {
            return List.of(example.envelope());
        }
        if (example.data() != null) {
            return List.of(envelope(example.data()));
        }
        Verb verb = operation.verb();
        boolean isWrite = verb == Verb.PUT || verb == Verb.POST || verb == Verb.PATCH;
        if (!isWrite || example.text() != null) {
            return List.of(JsonObject.EMPTY);
        }
        String schema = operation.schema();
        if (schema == null) {
            return List.of(envelope(JsonObject.EMPTY));
        }
        return List.of(Size.MAXIMAL, Size.TYPICAL, Size.MINIMAL).stream()
                .map(size -> envelope(samples.make(schema, size, 1)))
                .toList();
    }

    private static JsonObject envelope(JsonObject data) {
        return JsonObject.of("data", data);
    }
}
