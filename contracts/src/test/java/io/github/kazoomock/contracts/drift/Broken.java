package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.Target;
import java.time.Duration;
import java.util.Map;

/** A server that forgets a key of every envelope. */
record Broken(Stage.Play whole) implements Stage.Play {
    @Override
    public Target target() {
        return request -> {
            Response response = whole.target().ask(request);
            return response.json() instanceof JsonObject envelope
                    ? new Response(
                            response.status(),
                            response.headers(),
                            envelope.without("status").utf8())
                    : response;
        };
    }

    @Override
    public Map<String, String> values() {
        return whole.values();
    }

    @Override
    public void pass(Duration time) {
        whole.pass(time);
    }

    @Override
    public void close() {
        whole.close();
    }
}
