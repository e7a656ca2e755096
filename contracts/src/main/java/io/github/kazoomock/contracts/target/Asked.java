package io.github.kazoomock.contracts.target;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.export.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as the server will understand it, as far as it matters whom it touches.
 *
 * @param steps of the path below {@code /v2}, decoded
 * @param tunnels true when a {@code verb} says that another method is meant (core sheet 1)
 * @param envelope of the body; empty when that is no JSON object
 * @param token that it carries as a header; empty for none
 */
record Asked(
        String method, List<String> steps, boolean tunnels, boolean acceptsCharges, JsonObject envelope, String token) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Reads a request; empty when different servers might understand its path differently. */
    static Optional<Asked> of(Request request) {
        List<String> steps = new ArrayList<>();
        String path = request.path();
        if (!path.startsWith("/v2/")) {
            return Optional.empty();
        }
        for (String raw : path.substring("/v2/".length()).split("/", -1)) {
            String step = decoded(raw);
            if (step.isEmpty() || step.equals(".") || step.equals("..") || !isPlain(step)) {
                return Optional.empty();
            }
            steps.add(step);
        }
        JsonObject envelope = envelope(request.body());
        return Optional.of(new Asked(
                request.method(),
                List.copyOf(steps),
                says(request, envelope, "verb") != null,
                isYes(says(request, envelope, "accept_charges")),
                envelope,
                request.headers().getOrDefault("x-auth-token", "")));
    }

    boolean writes() {
        return tunnels || !READING.contains(method);
    }

    /** True unless it certainly is another method. */
    boolean mayBe(String other) {
        return tunnels || method.equals(other);
    }

    /** True when it has exactly this method and these steps. */
    boolean is(String wantedMethod, String... wanted) {
        return !tunnels && method.equals(wantedMethod) && steps.equals(List.of(wanted));
    }

    JsonObject data() {
        return envelope.object("data");
    }

    /** Data, query, envelope: the places where Crossbar looks (core sheet 7.5). */
    private static @Nullable Json says(Request request, JsonObject envelope, String name) {
        Json said = envelope.object("data").get(name);
        if (said == null) {
            said = request.query().stream()
                    .filter(each -> each.name().equals(name))
                    .<Json>map(each -> Json.of(each.value()))
                    .findFirst()
                    .orElse(envelope.get(name));
        }
        return said;
    }

    private static boolean isYes(@Nullable Json said) {
        return said != null && (said == JsonLiteral.TRUE || "true".equals(said.text()));
    }

    private static JsonObject envelope(byte[] body) {
        try {
            return body.length > 0 && Json.parse(body) instanceof JsonObject object ? object : JsonObject.EMPTY;
        } catch (JsonSyntaxException e) {
            return JsonObject.EMPTY;
        }
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A slash or a percent sign that was encoded may be decoded once more on the way. */
    private static boolean isPlain(String step) {
        return step.chars().noneMatch(c -> c == '/' || c == '\\' || c == '%' || c == ';' || c < ' ');
    }
}
