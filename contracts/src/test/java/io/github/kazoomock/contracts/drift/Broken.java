package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.Target;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;

/** A server that spoils its answers. */
record Broken(Stage.Play whole, BiFunction<Request, Response, Response> spoiled) implements Stage.Play {
    @Override
    public Target target() {
        return request -> spoiled.apply(request, whole.target().ask(request));
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
