package io.github.kazoomock.server.admin;

import io.github.kazoomock.server.crossbar.Incoming;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps strangers out: a page on another origin, or one that rebinds a name, must not reset somebody's mock, and other
 * machines need a token.
 *
 * @param token what every caller must show; empty when only this machine may call
 */
record Visitors(String token) {
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final String BEARER = "Bearer ";

    /** Why the request is refused; null when it is not. */
    @Nullable
    BadRequest refused(Incoming in) {
        String origin = in.header("origin");
        if (origin != null && !LOCAL.contains(hostName(origin))) {
            return forbidden("the Origin " + origin + " is not this machine");
        }
        if (!token.isEmpty()) {
            return hasToken(in) ? null : new BadRequest(401, "send the admin token: Authorization: Bearer TOKEN");
        }
        String host = in.header("host");
        if (host != null && !LOCAL.contains(hostName("http://" + host))) {
            return forbidden("the Host " + host + " is not this machine; use 127.0.0.1 or localhost");
        }
        return isLocal(in.clientIp())
                ? null
                : forbidden(in.clientIp() + " is another machine; start the mock with --admin-token to let others in");
    }

    private static BadRequest forbidden(String why) {
        return new BadRequest(403, why);
    }

    /** Takes as long for a token that is nearly right as for any other. */
    private boolean hasToken(Incoming in) {
        String sent = in.header("authorization");
        String shown = sent != null && sent.startsWith(BEARER) ? sent.substring(BEARER.length()) : "";
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isLocal(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
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
