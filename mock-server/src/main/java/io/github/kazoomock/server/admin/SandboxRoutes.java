package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.admin.Origins.Origin;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Blueprint;
import io.github.kazoomock.server.sandbox.Option;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.sandbox.Sandboxes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes, lists and ends sandboxes. */
final class SandboxRoutes {
    private static final List<String> KEYS = List.of(
            "name",
            "fixture",
            "files",
            "complete",
            "sandbox",
            "snapshot",
            "profile",
            "decisions",
            "options",
            "legacy",
            "min_grade",
            "seed",
            "clock",
            "ttl");

    private final Sandboxes sandboxes;
    private final Origins origins;

    SandboxRoutes(Sandboxes sandboxes, Starts starts) {
        this.sandboxes = sandboxes;
        this.origins = new Origins(sandboxes, starts);
    }

    List<Route> routes() {
        return List.of(
                Route.server("GET", "sandboxes", this::list),
                Route.server("POST", "sandboxes", this::create),
                Route.server("GET", "sandboxes/{name}", this::get),
                Route.server("DELETE", "sandboxes/{name}", this::delete));
    }

    private AdminReply list(AdminCall call) {
        List<Json> all = sandboxes.all().stream()
                .<Json>map(sandbox -> show(call, sandbox))
                .toList();
        return Route.json(JsonObject.of("sandboxes", new JsonArray(all)));
    }

    private AdminReply get(AdminCall call) {
        return Route.json(show(call, existing(call.path("name"), sandboxes)));
    }

    private AdminReply delete(AdminCall call) {
        String name = call.path("name");
        if (name.equals(Sandboxes.DEFAULT)) {
            throw new BadRequest(409, "the default sandbox stays; POST reset sets it back");
        }
        JsonObject last = show(call, existing(name, sandboxes));
        sandboxes.delete(name);
        return Route.json(last);
    }

    /** Everything is checked before anything is made. */
    private AdminReply create(AdminCall call) {
        JsonObject body = call.body(KEYS);
        String name = Wanted.text(body, "name");
        if (name != null && !Sandboxes.isName(name)) {
            throw new BadRequest("name: use up to 64 letters, digits, dots, dashes and underscores");
        }
        Instant start = Wanted.instant(body, "clock");
        Origin origin = origins.of(body, start);
        Blueprint from = origin.blueprint();
        Blueprint blueprint = new Blueprint(
                WantedProfile.of(body, from.profile()),
                options(body, from.options()),
                Wanted.flag(body, "legacy", from.legacy()),
                minGrade(body, from.minGrade()),
                Wanted.integer(body, "seed", from.seed()),
                from.world());
        SandboxClock clock = start == null ? origin.clock() : new SandboxClock(start, Instant::now);
        long life = Wanted.integer(body, "ttl", 0);
        if (body.has("ttl") && life <= 0) {
            throw new BadRequest("ttl: use seconds, more than 0");
        }
        Sandbox made = sandboxes.create(name, blueprint, clock, life == 0 ? null : Duration.ofSeconds(life));
        if (made == null) {
            throw new BadRequest(409, "there is a sandbox " + name + " already; delete it or choose another name");
        }
        return AdminReply.json(201, show(call, made));
    }

    private static Evidence.Kind minGrade(JsonObject body, Evidence.Kind usual) {
        String word = Wanted.text(body, "min_grade");
        try {
            return word == null ? usual : Evidence.Kind.parse(word);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("min_grade: " + e.getMessage());
        }
    }

    private static Set<Option> options(JsonObject body, Set<Option> usual) {
        if (!body.has("options")) {
            return usual;
        }
        Set<Option> options = EnumSet.noneOf(Option.class);
        if (!(body.get("options") instanceof JsonArray words) || words.texts().size() != words.size()) {
            throw new BadRequest("options: use a list of " + Option.words());
        }
        for (String word : words.texts()) {
            options.add(Option.named(word)
                    .orElseThrow(() ->
                            new BadRequest("options: there is no '" + word + "'; use a list of " + Option.words())));
        }
        return options;
    }

    static Sandbox existing(String name, Sandboxes sandboxes) {
        Sandbox known = sandboxes.get(name);
        if (known == null) {
            throw unknown(name, sandboxes);
        }
        return known;
    }

    static BadRequest unknown(String name, Sandboxes sandboxes) {
        Stream<String> some = sandboxes.all().stream().map(Sandbox::name).limit(10);
        return new BadRequest(404, "there is no sandbox '" + name + "'; there are " + String.join(", ", some.toList()));
    }

    private JsonObject show(AdminCall call, Sandbox sandbox) {
        boolean main = sandbox == sandboxes.main();
        String below = main ? "" : "/sandboxes/" + sandbox.name();
        Instant end = sandboxes.end(sandbox.name());
        return JsonObject.builder()
                .put("name", sandbox.name())
                .put("api_root", call.root() + below + "/v2/")
                .put("admin_root", call.root() + "/__admin" + below + "/")
                .put("profile", sandbox.profile().name())
                .put(
                        "options",
                        Json.texts(sandbox.blueprint().options().stream()
                                .map(Option::word)
                                .sorted()
                                .toList()))
                .put("legacy", sandbox.servesLegacy() ? JsonLiteral.TRUE : JsonLiteral.FALSE)
                .put("min_grade", sandbox.minGrade().word())
                .put("seed", sandbox.blueprint().seed())
                .put("clock", Clock.show(sandbox.clock()))
                .put("ends", end == null ? null : end.toString())
                .build();
    }
}
