package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.LoggedRequest;
import io.github.kazoomock.server.Ready;

/** How a running mock speaks to whoever started it. */
interface Console {
    void ready(Ready ready);

    /** Called on many threads at once. */
    void request(LoggedRequest request);

    void stopping(Unserved unserved);
}
