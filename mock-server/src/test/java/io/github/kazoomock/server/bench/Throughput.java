package io.github.kazoomock.server.bench;

import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Requests a second of {@code GET /v2/accounts/ID}, with token, checks and all headers, as a share of what bare Jetty
 * does that writes the same bytes: same JVM, same client, one after the other, round by round.
 */
final class Throughput {
    private static final int ROUNDS = 8;
    private static final int CONNECTIONS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(3);

    private Throughput() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        try (KazooServer mock = KazooServer.builder().port(0).start()) {
            Load real = Load.of(mock.port(), request(mock), CONNECTIONS);
            byte[] answer = real.once();
            try (BareJetty jetty = new BareJetty(answer)) {
                Load bare = new Load(jetty.port(), real.request(), CONNECTIONS);
                if (bare.once().length != answer.length) {
                    throw new IllegalStateException("bare Jetty does not write the same bytes");
                }
                out.println("GET /v2/accounts/ID, " + answer.length + " bytes, " + CONNECTIONS + " connections, Java "
                        + System.getProperty("java.version") + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors");
                compare(real, bare, out);
            }
        }
    }

    private static void compare(Load real, Load bare, PrintStream out) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Duration time = round == 0 ? WARM_UP : TIME;
            double mock = real.rate(time);
            double jetty = bare.rate(time);
            String kept = round == 0 ? "  (to warm up, not counted)" : "";
            out.println(String.format(
                    Locale.ROOT, "  mock %,7.0f/s  jetty %,7.0f/s  ratio %.2f%s", mock, jetty, mock / jetty, kept));
            if (round > 0) {
                ratios.add(mock / jetty);
            }
        }
        List<Double> sorted = ratios.stream().sorted().toList();
        double median = (sorted.get((ROUNDS - 1) / 2) + sorted.get(ROUNDS / 2)) / 2;
        out.println(String.format(Locale.ROOT, "throughput, mock to bare Jetty: %.2f (median of %d)", median, ROUNDS));
    }

    private static String request(KazooServer mock) {
        Login admin = mock.logins().get(0);
        String token = TestClient.of(mock).token(admin);
        return "GET /v2/accounts/" + admin.accountId() + " HTTP/1.1\r\nHost: 127.0.0.1:" + mock.port()
                + "\r\nX-Auth-Token: " + token + "\r\nAccept: application/json\r\n\r\n";
    }
}
