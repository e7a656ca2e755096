package io.github.kazoomock.server.export;

/** Whatever answers requests to {@code /v2}: the mock in this process, or a server somewhere. */
public interface Target {
    /**
     * Asks it.
     *
     * @param request without holes
     */
    Response ask(Request request);
}
