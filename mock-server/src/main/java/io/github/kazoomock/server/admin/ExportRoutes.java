package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.export.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contracts of the API, made when they are first asked for. */
final class ExportRoutes {
    private static final String USUAL_CONSUMER = "kazoo-client";

    private final Supplier<Exporter> maker;
    private @Nullable Exporter made;

    ExportRoutes(Supplier<Exporter> maker) {
        this.maker = maker;
    }

    List<Route> routes() {
        return List.of(
                Route.server("GET", "export/pact.json", this::pact),
                Route.server("GET", "export/wiremock.json", call -> scoped(call, exporter()::stubs)));
    }

    /** Makes one only once, since everything is played for it. */
    synchronized Exporter exporter() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    private AdminReply pact(AdminCall call) {
        String asked = call.query().first("consumer");
        String consumer = asked == null || asked.isBlank() ? USUAL_CONSUMER : asked;
        return scoped(call, scope -> exporter().pact(consumer, scope));
    }

    /** Makes a document of what is chosen. */
    interface Export {
        JsonObject of(Scope scope);
    }

    static AdminReply scoped(AdminCall call, Export export) {
        try {
            return Route.json(export.of(scope(call)));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    /** What the query string chooses. */
    static Scope scope(AdminCall call) {
        return new Scope(words(call, "noun"), words(call, "operation"));
    }

    private static Set<String> words(AdminCall call, String key) {
        String value = call.query().first(key);
        return value == null ? Set.of() : Arrays.stream(value.split(",")).collect(Collectors.toSet());
    }
}
