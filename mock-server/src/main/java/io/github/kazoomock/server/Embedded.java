package io.github.kazoomock.server;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A server for callers that cannot see our classes, as the JUnit extension, which keeps them in a class loader of their
 * own: what goes in and out is the JDK's.
 */
public final class Embedded implements Supplier<String>, AutoCloseable {
    private final KazooServer server;

    private Embedded(KazooServer server) {
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param settings by variable: {@code KAZOO_MOCK_PORT}; the process's own environment has no say
     * @return a {@code Supplier<String>} and {@code AutoCloseable}
     * @throws RuntimeException with what the user must be told as its message
     */
    public static Object start(Map<String, String> settings) {
        return new Embedded(KazooServer.builder().environment(settings).start());
    }

    /** What it said when it was ready: {@link Ready#json}. */
    @Override
    public String get() {
        return server.ready().json();
    }

    @Override
    public void close() {
        server.close();
    }
}
