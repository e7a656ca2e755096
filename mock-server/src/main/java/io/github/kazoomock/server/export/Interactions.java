package io.github.kazoomock.server.export;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For every operation how it is asked and answered: a success, and each refusal that it has (400, 401, 402, 403, 404,
 * 409), as they really went in fresh sandboxes. A noun that is declared needs no line here; an operation that its
 * declaration cannot explain has an {@link Example}.
 */
public final class Interactions {
    private static final int FORBIDDEN = 403;

    private final OperationTable table;
    private final SampleDocuments samples;
    private final Examples examples;
    private final Attempts attempts;
    private final Refusals refusals;
    private final Supplier<Stage> stages;
    private final JsonObject world;

    /**
     * Interactions of a table.
     *
     * @param stages makes a fresh sandbox, always the same
     * @param world parameters of provider states that say with which world it begins
     */
    public Interactions(OperationTable table, SchemaRegistry schemas, Supplier<Stage> stages, JsonObject world) {
        this(table, SampleDocuments.readable(schemas), Examples.of(table), stages, world);
    }

    private Interactions(
            OperationTable table,
            SampleDocuments samples,
            Examples examples,
            Supplier<Stage> stages,
            JsonObject world) {
        this.table = table;
        this.samples = samples;
        this.examples = examples;
        this.attempts = new Attempts(samples, new Things(table, samples, examples));
        this.refusals = new Refusals(attempts);
        this.stages = stages;
        this.world = world;
    }

    /** The same when nothing is said of how an operation is asked. */
    Interactions without(String operation) {
        return new Interactions(table, samples, examples.without(operation), stages, world);
    }

    Examples examples() {
        return examples;
    }

    /**
     * The success first, then the refusals by status.
     *
     * @throws StateProblem when no good request is known, with the reply to the last one tried, or when an example's
     *     refusal has another status than it says
     */
    public List<Interaction> of(Operation operation) {
        List<Interaction> all = new ArrayList<>();
        Attempt good = good(operation, all);
        Map<Integer, Interaction> refused = new TreeMap<>();
        for (Example bad : examples.of(operation.id()).refusals()) {
            Interaction tried = refusal(good, bad).ask(stages.get(), world);
            if (tried.response().status() != bad.status()) {
                throw new StateProblem(operation.id() + ": should answer " + bad.status() + ", but " + answered(tried));
            }
            refused.putIfAbsent(bad.status(), tried);
        }
        int usual = all.get(0).response().status();
        for (Refusals.Way way : refusals.of(good)) {
            if (way.status() != usual && !refused.containsKey(way.status())) {
                Interaction tried = asked(way.attempt());
                if (tried != null && tried.response().status() == way.status()) {
                    refused.put(way.status(), tried);
                }
            }
        }
        all.addAll(refused.values());
        return List.copyOf(all);
    }

    /**
     * Asked well: the largest body that is taken, by the one with least rights who may.
     *
     * @param all gets the success, or what is answered instead of one that cannot be had
     */
    Attempt good(Operation operation, List<Interaction> all) {
        Example example = examples.of(operation.id());
        String why = "";
        for (JsonObject body : attempts.bodies(operation, example)) {
            for (String role : attempts.roles(operation, example)) {
                Attempt attempt = attempts.of(operation, example, role, body);
                Interaction tried = attempt.ask(stages.get(), world);
                if (tried.response().isSuccess() || tried.response().status() == example.status()) {
                    all.add(tried);
                    return attempt;
                }
                why = answered(tried);
                if (tried.response().status() != FORBIDDEN) {
                    break;
                }
            }
        }
        throw new StateProblem(operation.id() + ": " + why);
    }

    /** Null when there is nobody here who could ask it like this. */
    private @Nullable Interaction asked(Attempt attempt) {
        try {
            return attempt.ask(stages.get(), world);
        } catch (StateProblem e) {
            return null;
        }
    }

    private Attempt refusal(Attempt good, Example bad) {
        Operation operation = good.operation();
        String usual = good.role() == null ? "" : good.role();
        JsonObject body = attempts.bodies(operation, bad).get(0);
        Attempt attempt = attempts.of(operation, bad, bad.as() == null ? usual : bad.as(), body);
        return bad.hasBody() ? attempt : attempt.sendingAs(good);
    }

    private static String answered(Interaction tried) {
        return tried.request().method() + " " + tried.request().path() + " answered "
                + tried.response().status() + " "
                + States.shortened(new String(tried.response().body(), StandardCharsets.UTF_8));
    }
}
