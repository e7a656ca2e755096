package io.github.kazoomock.server.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Seconds from starting {@code ./kazoo-mock serve} to its first answer of 200; the JVM is that of {@code JAVA_HOME}. */
final class StartUp {
    private static final int ROUNDS = 7;
    private static final long PATIENCE_SECONDS = 60;

    private StartUp() {}

    /**
     * Measures and prints.
     *
     * @param arguments the launcher
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        forget(Path.of(arguments[0]).resolveSibling("mock-server/target"));
        double cold = start(arguments[0]);
        TimeUnit.SECONDS.sleep(15); // the launcher records an archive after a first start
        List<Double> warm = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double seconds = start(arguments[0]);
            if (round > 0) {
                warm.add(seconds);
            }
        }
        double median = warm.stream().sorted().toList().get(ROUNDS / 2);
        out.println(String.format(
                Locale.ROOT,
                "start to first 200: %.2f s (median of %d), first of all %.2f s, Java %s",
                median,
                ROUNDS,
                cold,
                System.getProperty("java.version")));
    }

    /** Removes what the launcher recorded, so that the first start is a first start. */
    private static void forget(Path target) throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(target, "fast-start-*")) {
            for (Path archive : archives) {
                Files.delete(archive);
            }
        }
    }

    private static double start(String launcher) throws Exception {
        int port = freePort();
        long start = System.nanoTime();
        Process mock = new ProcessBuilder(launcher, "serve", "--port", Integer.toString(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String request = "GET /__admin/health HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
            Load health = new Load(port, request.getBytes(StandardCharsets.US_ASCII), 1);
            while (!answers(health)) {
                if (!mock.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IllegalStateException("the mock does not answer");
                }
                TimeUnit.MILLISECONDS.sleep(2);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            mock.destroy();
            mock.waitFor();
        }
    }

    private static boolean answers(Load health) {
        try {
            health.once();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
