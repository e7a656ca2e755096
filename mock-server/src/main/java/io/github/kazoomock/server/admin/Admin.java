package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Crossbar;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.crossbar.NearMisses;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.crossbar.Query;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.Sandboxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The mock's own API under {@code /__admin}: finds the route and the sandbox that a request is about. */
public final class Admin {
    private static final String ROOT = "/__admin";
    private static final String SANDBOXES = "sandboxes";

    private final Sandboxes sandboxes;
    private final Visitors visitors;
    private final List<Route> routes;

    /**
     * The API of one server.
     *
     * @param tokens what signs those of tests
     * @param crossbar what answers requests, and the table that fault rules may name
     * @param exporter makes contracts, which takes a second or two
     * @param token what callers must show; empty when only this machine may call
     */
    public Admin(
            Sandboxes sandboxes,
            String fixture,
            SchemaRegistry schemas,
            Starts starts,
            Tokens tokens,
            Crossbar crossbar,
            Supplier<Exporter> exporter,
            String token) {
        OperationTable table = crossbar.table();
        this.sandboxes = sandboxes;
        this.visitors = new Visitors(token);
        List<Route> all = new ArrayList<>(new ServerRoutes(fixture, schemas).routes());
        all.addAll(new SandboxRoutes(sandboxes, starts).routes());
        all.addAll(new SnapshotRoutes(starts).routes());
        all.addAll(new WorldRoutes(starts, tokens, schemas).routes());
        all.addAll(new JournalRoutes(new NearMisses(table)).routes());
        all.addAll(new FaultRoutes(table).routes());
        all.addAll(new CoverageRoutes(table).routes());
        all.addAll(new StateRoutes(starts, tokens, crossbar, new StateDocuments(table, schemas)).routes());
        all.addAll(new UseRoutes(table, schemas, tokens, starts).routes());
        ExportRoutes exports = new ExportRoutes(exporter);
        all.addAll(exports.routes());
        all.addAll(new OpenApiRoutes(exports::exporter, schemas).routes());
        this.routes = List.copyOf(all);
    }

    /** True for paths under {@code /__admin}. */
    public boolean handles(Incoming in) {
        return in.path().equals(ROOT) || in.path().startsWith(ROOT + "/");
    }

    public Answer answer(Incoming in) {
        BadRequest foreign = visitors.refused(in);
        if (foreign != null) {
            return refusal(foreign.status(), String.valueOf(foreign.getMessage()));
        }
        try {
            return route(in).answer();
        } catch (BadRequest e) {
            return refusal(e.status(), String.valueOf(e.getMessage()));
        }
    }

    /** How each route is asked, below {@code /__admin/}, for tests and documents: {@code GET clock}. */
    public List<String> words() {
        return routes.stream().map(Route::words).toList();
    }

    /** Those of them that are about one sandbox, and are asked below {@code /__admin/sandboxes/{name}/} too. */
    public List<String> wordsOfSandboxes() {
        return routes.stream().filter(Route::ofSandbox).map(Route::words).toList();
    }

    private AdminReply route(Incoming in) {
        Query query;
        List<String> steps;
        try {
            query = Query.parse(in.query());
            steps = AdminPath.steps(in.path().substring(ROOT.length()));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("bad percent-encoding in the path or query");
        }
        boolean below = steps.size() > 2 && steps.get(0).equals(SANDBOXES);
        Sandbox sandbox = below ? sandboxes.get(steps.get(1)) : sandboxes.main();
        List<String> rest = below ? steps.subList(2, steps.size()) : steps;
        List<Route> onPath = new ArrayList<>();
        for (Route route : routes) {
            Map<String, String> values = below && !route.ofSandbox() ? null : route.match(rest);
            if (values != null && route.method().equals(in.method())) {
                if (sandbox == null) {
                    throw SandboxRoutes.unknown(steps.get(1), sandboxes);
                }
                return route.handler().handle(new AdminCall(in, sandbox, values, query));
            }
            if (values != null) {
                onPath.add(route);
            }
        }
        throw unknown(in, rest.get(0), onPath);
    }

    /** Tells the other methods of a path, else what begins like it, else everything. */
    private BadRequest unknown(Incoming in, String first, List<Route> onPath) {
        List<Route> near = routes.stream()
                .filter(route -> route.path().split("/")[0].equals(first))
                .toList();
        List<Route> known = !onPath.isEmpty() ? onPath : near.isEmpty() ? routes : near;
        return new BadRequest(
                onPath.isEmpty() ? 404 : 405,
                in.method() + " " + in.path() + " is nothing the mock knows; it knows "
                        + known.stream().map(Route::words).collect(Collectors.joining(", ")));
    }

    private static Answer refusal(int status, String why) {
        JsonObject body = JsonObject.of("status", Json.of("error"), "message", Json.of(why));
        Answer answer = AdminReply.json(status, body).answer();
        return new Answer(status, answer.headers(), answer.body(), false, "", why);
    }

    /** A request below a prefix that names no sandbox. */
    public Answer noSandbox(String name) {
        BadRequest why = SandboxRoutes.unknown(name, sandboxes);
        return refusal(404, why.getMessage() + "; POST /__admin/sandboxes makes one");
    }
}
