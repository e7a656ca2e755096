package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.KazooServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The process: standard streams, signals and the exit code. */
public final class Main {
    private static final long GRACE_MS = 1_000;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    private Main() {}

    public static void main(String[] arguments) {
        new Main().run(arguments);
    }

    private void run(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int exit = 70; // of a failure that is ours; the JVM prints it
        try {
            exit = new Cli(System.getenv(), out, err, this::untilSignal, this::passOn).run(arguments);
        } finally {
            code.complete(exit);
        }
        System.exit(exit);
    }

    /** UTF-8 whatever the locale says, since JSON is. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Waits for SIGTERM or SIGINT; a stop that was asked for is a success, so the code is not the JVM's 143 or 130. */
    private void untilSignal(KazooServer server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.countDown();
                            Runtime.getRuntime().halt(code.join());
                        },
                        "stop"));
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Passes a signal on as SIGTERM, waits for the program and keeps its exit code. Ctrl-C reaches the program as well,
     * so it is left alone for a moment.
     */
    private void passOn(Process program) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                if (!program.waitFor(GRACE_MS, TimeUnit.MILLISECONDS)) {
                                    program.destroy();
                                }
                            } catch (InterruptedException e) {
                                program.destroy();
                            }
                            Runtime.getRuntime().halt(code.join());
                        },
                        "stop"));
    }
}
