package io.github.kazoomock.server.faults;

import io.github.kazoomock.json.JsonArray;
import java.util.Arrays;
import java.util.Map;

/** What a request comes to in place of what it would have. */
public sealed interface Instead {

    /** True when it makes sense for a request like this one. */
    default boolean suits(Asked asked) {
        return true;
    }

    /** The usual answer. */
    record Nothing() implements Instead {}

    /** A status with KAZOO's own body, before anything is done. */
    record Status(int status) implements Instead {}

    /**
     * The reply of a user, as it is, before anything is done.
     *
     * @param headers lower-case names
     */
    record Own(int status, Map<String, String> headers, byte[] body) implements Instead {
        public Own {
            headers = Map.copyOf(headers);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Own own
                    && status == own.status
                    && headers.equals(own.headers)
                    && Arrays.equals(body, own.body);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * status + headers.hashCode()) + Arrays.hashCode(body);
        }
    }

    /** The token bucket is really emptied, also by requests that are free, and an empty one answers 429. */
    record RateLimit() implements Instead {}

    /**
     * A good write is told what it costs, until it says that it accepts that.
     *
     * @param invoices the {@code data} of the 402
     */
    record Charges(JsonArray invoices) implements Instead {
        @Override
        public boolean suits(Asked asked) {
            return asked.writes() && !asked.acceptsCharges();
        }
    }

    /** A good write meets a newer revision when it is saved. */
    record Conflict() implements Instead {
        @Override
        public boolean suits(Asked asked) {
            return asked.writes();
        }
    }

    /** The first list of a noun after a write to it shows the world before that write. */
    record StaleList() implements Instead {
        @Override
        public boolean suits(Asked asked) {
            return asked.lists();
        }
    }
}
