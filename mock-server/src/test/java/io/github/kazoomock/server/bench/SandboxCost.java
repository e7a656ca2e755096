package io.github.kazoomock.server.bench;

import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.journal.Journals;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.Sandboxes;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a sandbox of {@code demo} costs inside the server: the time to fork one, and memory with one write in it. */
final class SandboxCost {
    private static final int SANDBOXES = 10_000;
    private static final int FORKS = 1_000;
    private static final int ROUNDS = 9;
    private static final long BUDGET = 32L * 1024 * 1024;

    private SandboxCost() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        Demo demo = new Demo();
        out.println(String.format(
                Locale.ROOT,
                "sandboxes of demo, without HTTP, heap of at most %d MB, Java %s",
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.version")));
        forks(demo, out);
        memory(demo, out);
    }

    private static void forks(Demo demo, PrintStream out) {
        Sandboxes sandboxes = demo.sandboxes(new Journals(BUDGET));
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < FORKS; i++) {
                sandboxes.create("fork-" + i, demo.blueprint(), demo.clock(), null);
            }
            micros[round] = (System.nanoTime() - start) / 1000.0 / FORKS;
            for (int i = 0; i < FORKS; i++) {
                sandboxes.delete("fork-" + i);
            }
        }
        double first = micros[0];
        Arrays.sort(micros);
        out.println(String.format(
                Locale.ROOT,
                "  fork                 %7.2f us (median of %d rounds, the first %.2f)",
                micros[ROUNDS / 2],
                ROUNDS,
                first));
    }

    private static void memory(Demo demo, PrintStream out) {
        Sandboxes sandboxes = demo.sandboxes(new Journals(BUDGET));
        Incoming write = demo.request(
                sandboxes.main(), "PATCH", "/v2/accounts/" + demo.account().id() + "/users/" + demo.user(), "");
        write(demo, write, sandboxes.main());
        long before = used();
        long start = System.nanoTime();
        for (int i = 0; i < SANDBOXES; i++) {
            write(demo, write, sandboxes.create("many-" + i, demo.blueprint(), demo.clock(), null));
        }
        double micros = (System.nanoTime() - start) / 1000.0 / SANDBOXES;
        long with = used();
        out.println(String.format(
                Locale.ROOT, "  fork and one write   %7.2f us (mean of %d that stay)", micros, SANDBOXES));
        out.println(String.format(
                Locale.ROOT,
                "  heap                 %.1f MB before, %.1f MB with %d: %.2f KB for each, %d requests in journals",
                before / 1048576.0,
                with / 1048576.0,
                sandboxes.all().size() - 1,
                (with - before) / 1024.0 / SANDBOXES,
                journaled(sandboxes)));
        for (int i = 0; i < SANDBOXES; i++) {
            sandboxes.delete("many-" + i);
        }
        out.println(
                String.format(Locale.ROOT, "  heap                 %.1f MB when all have ended", used() / 1048576.0));
    }

    private static long journaled(Sandboxes sandboxes) {
        return sandboxes.all().stream()
                .map(Sandbox::journal)
                .mapToLong(journal -> journal == null ? 0 : journal.entries().size())
                .sum();
    }

    private static void write(Demo demo, Incoming request, @Nullable Sandbox sandbox) {
        if (sandbox == null || demo.crossbar().answer(request, sandbox).status() != 200) {
            throw new IllegalStateException("the write was not made");
        }
    }

    /** After several collections: the serial collector leaves some of the dead in place in three of four. */
    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
