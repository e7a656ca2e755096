package io.github.kazoomock.server;

import io.github.kazoomock.server.sandbox.Sandboxes;

/** What tests of other packages look at inside a server. */
public final class Insides {
    private Insides() {}

    /** All worlds of a server. */
    public static Sandboxes sandboxes(KazooServer server) {
        return server.sandboxes();
    }
}
