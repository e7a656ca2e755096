package io.github.kazoomock.contracts.target;

import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;

/** Carries a request to a server and its answer back, whatever they are. */
@FunctionalInterface
public interface Transport {
    /**
     * Sends it once.
     *
     * @throws NotSent when it cannot be written as HTTP
     * @throws io.github.kazoomock.contracts.Unreachable when no answer comes
     */
    Response send(Request request);
}
