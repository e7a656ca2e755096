package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.server.export.Request;
import java.time.Duration;
import java.util.Map;

/** What a client does in a session. */
public sealed interface Step {

    /**
     * It asks.
     *
     * @param operation id, or method and path where no operation is known for them
     * @param request with holes
     * @param keep values by name that the reply gives: a pointer into its body, or <code>header etag</code>
     */
    record Ask(String operation, Request request, Map<String, String> keep) implements Step {
        public Ask {
            keep = Map.copyOf(keep);
        }
    }

    /** It waits, for which the mock's clock is moved; a KAZOO would have to be waited for. */
    record Wait(Duration time) implements Step {}

    /** It knows a value, which may have holes. */
    record Know(String name, String value) implements Step {}
}
