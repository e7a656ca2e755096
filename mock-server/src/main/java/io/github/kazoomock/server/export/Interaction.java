package io.github.kazoomock.server.export;

import io.github.kazoomock.server.crossbar.Operation;
import java.util.Map;

/**
 * One exchange that really took place in a fresh sandbox.
 *
 * @param description unique: {@code menus.get answers 200}
 * @param given what must be there before
 * @param template the request with holes
 * @param values what the holes stood for
 * @param request as it was sent
 * @param response as it came
 */
public record Interaction(
        String description,
        Operation operation,
        Given given,
        Request template,
        Map<String, String> values,
        Request request,
        Response response) {
    public Interaction {
        values = Map.copyOf(values);
    }
}
