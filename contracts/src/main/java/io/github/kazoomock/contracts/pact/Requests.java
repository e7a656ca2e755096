package io.github.kazoomock.contracts.pact;

import au.com.dius.pact.core.matchers.generators.ArrayContainsJsonGenerator;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.server.export.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Pact's requests as ours. */
final class Requests {
    private Requests() {}

    /** The request after its generators. */
    static Request generated(IRequest request, Map<String, Json> values) {
        StateValues.check(request, "request", values.keySet());
        IRequest generated;
        try {
            generated = request.generatedRequest(context(values), GeneratorTestMode.Provider);
        } catch (RuntimeException e) {
            throw new PactProblem(Wording.of(e));
        }
        return of(generated);
    }

    static Request of(IRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.getHeaders()
                .forEach((name, each) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", each)));
        byte[] body = bytes(request.getBody());
        if (body.length > 0 && !headers.containsKey("content-type")) {
            headers.put("content-type", request.determineContentType().asString());
        }
        return new Request(request.getMethod(), path(request.getPath()), query(request), headers, body);
    }

    /** What generators may ask for. */
    static Map<String, Object> context(Map<String, Json> values) {
        Map<String, Object> states = new LinkedHashMap<>();
        values.forEach((name, value) -> states.put(name, plain(value)));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("providerState", states);
        context.put("ArrayContainsJsonGenerator", ArrayContainsJsonGenerator.INSTANCE);
        return context;
    }

    private static Object plain(Json value) {
        if (value instanceof JsonNumber number) {
            return number.value();
        }
        if (value instanceof JsonLiteral literal && literal != JsonLiteral.NULL) {
            return literal == JsonLiteral.TRUE;
        }
        String text = value.text();
        return text == null ? value.toString() : text;
    }

    static byte[] bytes(OptionalBody body) {
        return body.isPresent() ? body.unwrap() : new byte[0];
    }

    private static List<Request.Parameter> query(IRequest request) {
        List<Request.Parameter> query = new ArrayList<>();
        request.getQuery()
                .forEach((name, values) ->
                        values.forEach(value -> query.add(new Request.Parameter(name, value == null ? "" : value))));
        return query;
    }

    /** As it goes over the wire: what stands for itself or is encoded already stays, all else is encoded. */
    private static String path(String written) {
        StringBuilder path = new StringBuilder();
        written.codePoints().forEach(character -> {
            String text = Character.toString(character);
            boolean fine = character > ' ' && character < 0x7f && "\"<>\\^`{|}?#".indexOf(character) < 0;
            path.append(
                    fine
                            ? text
                            : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
        });
        return path.isEmpty() ? "/" : path.toString();
    }
}
