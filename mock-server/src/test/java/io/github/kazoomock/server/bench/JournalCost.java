package io.github.kazoomock.server.bench;

import com.sun.management.ThreadMXBean;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.journal.Journals;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the journal costs beside a request, without HTTP: the same requests to a sandbox with a journal, which is full
 * after the first round, and to one without, turn by turn. Counted is the processor's time.
 */
final class JournalCost {
    private static final int ROUNDS = 9;
    private static final long ROUND_NANOS = 400_000_000;
    private static final long BUDGET = 32L * 1024 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Demo demo = new Demo();
    private long sink;

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.println("journal on and off, without HTTP, Java " + System.getProperty("java.version"));
        JournalCost cost = new JournalCost();
        Sandbox off = cost.demo.sandboxes(Journals.off()).main();
        Sandbox on = cost.demo.sandboxes(new Journals(BUDGET)).main();
        String path = "/v2/accounts/" + cost.demo.account().id();
        cost.compare("fetch an account", off, on, "GET", path, "", out);
        cost.compare("refused: no token", off, on, "GET", path, "none", out);
        cost.compare("edit a user", off, on, "PATCH", path + "/users/" + cost.demo.user(), "", out);
        if (cost.sink == 0) {
            throw new IllegalStateException("nothing was answered");
        }
    }

    private void compare(
            String name, Sandbox off, Sandbox on, String method, String path, String token, PrintStream out) {
        Incoming toOff = demo.request(off, method, path, token);
        Incoming toOn = demo.request(on, method, path, token);
        List<Double> ratios = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double plain = micros(off, toOff);
            double journaled = micros(on, toOn);
            if (round > 1) { // the first ones warm up
                ratios.add(journaled / plain);
                differences.add(journaled - plain);
                without.add(plain);
            }
        }
        out.println(String.format(
                Locale.ROOT,
                "  %-20s off %7.2f us   on/off %.2f   journal %6.2f us",
                name,
                median(without),
                median(ratios),
                median(differences)));
    }

    private double micros(Sandbox sandbox, Incoming in) {
        long start = THREADS.getCurrentThreadCpuTime();
        long now = start;
        int count = 0;
        while (now - start < ROUND_NANOS) {
            for (int i = 0; i < 50; i++) {
                sink += demo.crossbar().answer(in, sandbox).status();
            }
            count += 50;
            now = THREADS.getCurrentThreadCpuTime();
        }
        return (now - start) / 1000.0 / count;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
