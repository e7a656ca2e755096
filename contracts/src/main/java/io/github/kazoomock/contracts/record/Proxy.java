package io.github.kazoomock.contracts.record;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import io.github.kazoomock.contracts.UsageError;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * WireMock in front of a server: whatever comes is passed on, and every exchange is handed over before its answer is sent.
 * It keeps no journal, reads and writes no files, and answers nobody about itself.
 */
final class Proxy implements AutoCloseable {
    private static final int TIMEOUT_MS = 120_000;

    /** How long answers under way may take when it stops, and how long the last bytes take to leave. */
    private static final int PATIENCE_MS = 10_000;

    private static final int PARTING_MS = 200;

    private final WireMockServer server;
    private final Tap tap;

    /**
     * Starts it on the loopback address.
     *
     * @param target where {@code /v2} is, without it
     * @param port 0 for a free one
     * @param listener told of each exchange as it was, secrets and all; on many threads at once
     * @param answered told when a client has its answer
     */
    Proxy(URI target, int port, Consumer<Exchange> listener, Runnable answered) {
        this.tap = new Tap(listener, answered);
        WireMockConfiguration options = WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .mappingSource(new NoMappings())
                .usingFilesUnderClasspath("io/github/kazoomock/contracts/record/nothing")
                .adminAuthenticator(new Nobody())
                .extensionScanningEnabled(false)
                .extensions(tap, new PlainRequests())
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .preserveUserAgentProxyHeader(true)
                .withSupportedProxyEncodings("identity") // secrets cannot be seen in what is packed
                .proxyTimeout(TIMEOUT_MS)
                .notifier(new Silence());
        this.server = new WireMockServer(port == 0 ? options.dynamicPort() : options.port(port));
        try {
            server.start();
        } catch (FatalStartupException e) {
            throw new UsageError("--port: " + port + " cannot be listened on; choose another, or 0 for a free one");
        }
        server.stubFor(
                WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse().proxiedFrom(target.toString())));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        try {
            for (int waited = 0; !tap.isIdle() && waited < PATIENCE_MS; waited += PARTING_MS) {
                Thread.sleep(PARTING_MS);
            }
            Thread.sleep(PARTING_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }

    /** Nobody but us tells WireMock what to do. */
    private static final class Nobody implements com.github.tomakehurst.wiremock.security.Authenticator {
        @Override
        public boolean authenticate(com.github.tomakehurst.wiremock.http.Request request) {
            return false;
        }
    }

    /** No stubs from wherever somebody happens to stand. */
    private static final class NoMappings implements MappingsSource {
        @Override
        public void save(List<StubMapping> mappings) {}

        @Override
        public void save(StubMapping mapping) {}

        @Override
        @SuppressWarnings("removal") // the interface has nothing else yet
        public void remove(StubMapping mapping) {}

        @Override
        public void removeAll() {}

        @Override
        public void loadMappingsInto(StubMappings mappings) {}
    }

    /** What WireMock would say has whole requests in it. */
    private static final class Silence implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
    }
}
