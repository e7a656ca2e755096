package io.github.kazoomock.server.calls;

/** The one switch of the mock; its address is one that documentation may use and nobody has. */
final class MediaServer {
    static final String HOSTNAME = "media.kazoo-mock.example";
    static final String URL = "sip:mod_sofia@192.0.2.10:11000";
    static final String EXTERNAL_IP = "192.0.2.10";

    private MediaServer() {}
}
