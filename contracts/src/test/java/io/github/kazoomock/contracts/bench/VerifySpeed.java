package io.github.kazoomock.contracts.bench;

import io.github.kazoomock.contracts.pact.PactFiles;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.contracts.verify.MockProvider;
import io.github.kazoomock.contracts.verify.StateNames;
import io.github.kazoomock.contracts.verify.Verification;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.export.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** How fast exported interactions are verified in this process, beside Pact JVM's own JUnit runner on the same ones. */
final class VerifySpeed {
    private static final int INTERACTIONS = 300;
    private static final int ROUNDS = 5;

    /** Pact JVM looks at every rule for every value, so that one huge body would be all that is measured. */
    private static final int RULES = 100;

    /** The state that {@link PactRunner} knows; what it means is in its parameters. */
    static final String STATE = "kazoo";

    private VerifySpeed() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("pact_do_not_track", "true");
        // the runner lists after every interaction which are left; that is not what is measured
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        PrintStream out = System.out;
        Path folder = Files.createTempDirectory("kazoo-mock-bench");
        try (KazooServer mock = KazooServer.builder().port(0).journal(0).start()) {
            Path file = folder.resolve("kazoo.json");
            try {
                List<PactInteraction> interactions = written(mock, file);
                out.println(String.format(
                        Locale.ROOT,
                        "verify, %d exported interactions in process, Java %s",
                        interactions.size(),
                        System.getProperty("java.version")));
                compare(mock, interactions, folder, out);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        }
    }

    private static void compare(KazooServer mock, List<PactInteraction> interactions, Path folder, PrintStream out) {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Report report = verify(mock, interactions);
            ours[round] = perSecond(interactions.size(), start);
            if (!report.isFine()) {
                throw new IllegalStateException("not all passed");
            }
            start = System.nanoTime();
            junit(mock, folder, interactions.size());
            theirs[round] = perSecond(interactions.size(), start);
        }
        double firstOurs = ours[0];
        double firstTheirs = theirs[0];
        Arrays.sort(ours);
        Arrays.sort(theirs);
        line(out, "contracts verify", ours[ROUNDS / 2], firstOurs);
        line(out, "Pact JVM's JUnit runner", theirs[ROUNDS / 2], firstTheirs);
        out.println(String.format(
                Locale.ROOT,
                "  ratio                   %8.2f   (cold %.2f)",
                ours[ROUNDS / 2] / theirs[ROUNDS / 2],
                firstOurs / firstTheirs));
    }

    private static void line(PrintStream out, String name, double median, double first) {
        out.println(String.format(
                Locale.ROOT,
                "  %-24s%8.0f interactions/s (median of %d rounds, the first %.0f)",
                name,
                median,
                ROUNDS,
                first));
    }

    private static double perSecond(int count, long start) {
        return count * 1e9 / (System.nanoTime() - start);
    }

    private static Report verify(KazooServer mock, List<PactInteraction> interactions) {
        return new Verification(new MockProvider(mock, null), new StateNames(JsonObject.EMPTY, List.of()))
                .verify("the mock", interactions);
    }

    private static void junit(KazooServer mock, Path folder, int expected) {
        System.setProperty("bench.pacts", folder.toString());
        System.setProperty("bench.port", Integer.toString(mock.port()));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(PactRunner.class))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        PrintStream console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create().execute(request, summary);
        } finally {
            System.setOut(console);
        }
        if (summary.getSummary().getTestsSucceededCount() != expected) {
            summary.getSummary().printFailuresTo(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
            throw new IllegalStateException(summary.getSummary().getTestsSucceededCount() + " passed, not " + expected);
        }
    }

    /** An export cut down to what passes, with one name for all states. */
    private static List<PactInteraction> written(KazooServer mock, Path file) throws IOException {
        JsonObject pact = KazooServer.builder().port(0).exporter().pact("bench", Scope.ALL);
        List<Json> small = pact.array("interactions").values().stream()
                .filter(each -> rules(each) <= RULES)
                .<Json>map(each -> ((JsonObject) each).with(states((JsonObject) each), "providerStates"))
                .toList();
        write(pact, spread(small, 2 * INTERACTIONS), file);
        List<PactInteraction> read = PactFiles.read(file).interactions();
        Report report = verify(mock, read);
        List<String> passed = report.cases().stream()
                .filter(each -> each.verdict() == Verdict.PASSED)
                .map(each -> each.name())
                .toList();
        List<Json> good = small.stream()
                .filter(each -> passed.contains(((JsonObject) each).textOr("description", "")))
                .toList();
        write(pact, spread(good, INTERACTIONS), file);
        return PactFiles.read(file).interactions();
    }

    private static void write(JsonObject pact, List<Json> interactions, Path file) throws IOException {
        Files.write(file, pact.with(new JsonArray(interactions), "interactions").utf8());
    }

    private static Json states(JsonObject interaction) {
        return new JsonArray(interaction.array("providerStates").values().stream()
                .<Json>map(each -> ((JsonObject) each).with(Json.of(STATE), "name"))
                .toList());
    }

    private static int rules(Json interaction) {
        return ((JsonObject) interaction)
                .object("response", "matchingRules", "body")
                .size();
    }

    private static List<Json> spread(List<Json> all, int count) {
        int wanted = Math.min(count, all.size());
        return IntStream.range(0, wanted)
                .mapToObj(index -> all.get((int) ((long) index * all.size() / wanted)))
                .toList();
    }
}
