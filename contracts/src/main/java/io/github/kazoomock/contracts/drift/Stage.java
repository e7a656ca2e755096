package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Target;
import java.time.Duration;
import java.util.Map;

/** Where sessions are played: a mock of some profile, a KAZOO. */
public interface Stage {
    /**
     * Brings about what a session begins with.
     *
     * @throws NotPlayable when this stage cannot
     */
    Play open(Given given);

    /** One session's world. */
    interface Play extends AutoCloseable {
        Target target();

        /** What the holes of requests stand for at first. */
        Map<String, String> values();

        /**
         * Lets time pass.
         *
         * @throws NotPlayable where nobody can
         */
        void pass(Duration time);

        @Override
        void close();
    }

    /** A session that cannot be played here; the message says why. */
    final class NotPlayable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NotPlayable(String message) {
            super(message);
        }
    }
}
