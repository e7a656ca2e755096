package io.github.kazoomock.server.admin;

import io.github.kazoomock.server.crossbar.Incoming;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps web pages out: a page on another origin, or one that rebinds a name, must not reset somebody's mock. */
final class Visitors {
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    private Visitors() {}

    /** Why the request is refused; null when it is not. */
    static @Nullable String foreign(Incoming in) {
        String host = in.header("host");
        if (host != null && !LOCAL.contains(hostName("http://" + host))) {
            return "the Host " + host + " is not this machine; use 127.0.0.1 or localhost";
        }
        String origin = in.header("origin");
        if (origin != null && !LOCAL.contains(hostName(origin))) {
            return "the Origin " + origin + " is not this machine";
        }
        return null;
    }

    private static String hostName(String uri) {
        try {
            String host = URI.create(uri).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
