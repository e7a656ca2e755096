package io.github.kazoomock.server.export;

import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Crossbar;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mock in this process, asked without a socket. */
public record SandboxTarget(Crossbar crossbar, Sandbox sandbox) implements Target {
    private static final String LOCAL = "127.0.0.1";

    @Override
    public Response ask(Request request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("host", List.of(LOCAL));
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        Answer answer = crossbar.answer(
                new Incoming(
                        request.method(),
                        "",
                        request.path(),
                        rawQuery(request),
                        headers,
                        request.body(),
                        List.of(),
                        LOCAL),
                sandbox);
        return new Response(answer.status(), answer.headers(), answer.body());
    }

    private static @Nullable String rawQuery(Request request) {
        return request.query().isEmpty()
                ? null
                : request.query().stream()
                        .map(each -> encoded(each.name()) + "=" + encoded(each.value()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
