package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.Target;
import java.util.Map;

/** One interaction's time with a {@link Provider}: first its provider states in order, then its request, then the end. */
public interface Trial extends Target, AutoCloseable {
    /**
     * Brings a state about.
     *
     * @return the values that it gives to the request: {@code MENU_ID} and so on
     * @throws io.github.kazoomock.server.export.StateProblem when it cannot be
     * @throws Skipped when it may not be
     */
    Map<String, String> setUp(Given given);

    /**
     * Asks.
     *
     * @param request with a path as pact files have it: {@code /v2/accounts}
     * @throws Skipped when it may not be asked
     * @throws io.github.kazoomock.contracts.Unreachable when nobody answers
     */
    @Override
    Response ask(Request request);

    /** Takes back what was brought about; called whatever happened. */
    @Override
    void close();
}
