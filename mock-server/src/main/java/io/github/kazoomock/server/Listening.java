package io.github.kazoomock.server;

import io.github.kazoomock.server.http.HttpServer;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** Opens the port, or says which setting stands in the way. */
final class Listening {
    private Listening() {}

    /**
     * The port that it listens on.
     *
     * @throws SettingException when the host is no address of this machine
     * @throws StartException when the port cannot be had
     */
    static int start(HttpServer http, Settings settings) {
        String host = settings.host();
        int port = settings.port();
        try {
            return http.start(host, port);
        } catch (RuntimeException e) {
            http.close();
            Throwable cause = cause(e);
            if (isNoAddress(cause)) {
                throw settings.wrong(Setting.HOST, "is no address of this machine; use one that is, like 127.0.0.1");
            }
            throw new StartException(
                    settings.written(Setting.PORT),
                    "cannot listen on " + host + " (" + cause.getMessage() + "); choose another, or 0 for a free one");
        }
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isNoAddress(Throwable cause) {
        return cause instanceof UnresolvedAddressException
                || cause instanceof UnknownHostException
                || String.valueOf(cause.getMessage()).contains("assign requested address");
    }
}
