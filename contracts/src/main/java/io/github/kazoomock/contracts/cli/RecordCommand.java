package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.record.Recorder;
import io.github.kazoomock.contracts.record.world.RecordedEvidence;
import io.github.kazoomock.contracts.record.world.RecordedWorld;
import io.github.kazoomock.contracts.redact.Redactor;
import io.github.kazoomock.contracts.redact.RuleTable;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records a server through a proxy, or makes the fixture of an earlier recording. */
@Command(
        name = "record",
        description = "Records what a client asks a KAZOO, without secrets, and makes a fixture of it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RecordCommand implements Callable<Integer> {
    /** How long somebody who stops us with a signal waits for the fixture. */
    private static final long PATIENCE_SECONDS = 120;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--target", paramLabel = "URL", description = "the KAZOO: https://kazoo.example.com:8443/v2/")
    private @Nullable String target;

    @Option(names = "--out", paramLabel = "DIR", description = "where the recording goes")
    private @Nullable Path out;

    @Option(names = "--from", paramLabel = "DIR", description = "only make the fixture of this recording anew")
    private @Nullable Path from;

    @Option(names = "--port", paramLabel = "PORT", description = "of the proxy; 0, as without it, for a free one")
    private int port;

    @Option(names = "--rules", paramLabel = "FILE", description = "more rules of what is taken out, before ours")
    private @Nullable Path rules;

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            description = "the same text gives the same pseudonyms in every recording; keep it secret")
    private @Nullable String key;

    @Option(names = "--files", description = "keep sounds, pictures and documents as they are, with who speaks in them")
    private boolean files;

    @Option(names = "--requests", paramLabel = "N", description = "stop after so many")
    private long requests;

    @Option(names = "--for", paramLabel = "DURATION", description = "stop after that long: 90s, 10m, 2h")
    private @Nullable String length;

    @Override
    public Integer call() {
        if (from != null) {
            if (target != null || out != null) {
                throw new UsageError(
                        "--from makes the fixture of a recording that is there; leave --target and --out away");
            }
            return made(from);
        }
        if (target == null || out == null) {
            throw new UsageError("say which server, --target URL, and where the recording goes, --out DIR");
        }
        return recorded(uri(target), out);
    }

    private int recorded(URI server, Path folder) {
        RuleTable table = rules == null ? RuleTable.builtIn() : RuleTable.with(rules);
        Redactor redactor = key == null ? Redactor.of(table) : Redactor.of(table, key);
        Duration limit = length == null ? null : duration(length);
        CountDownLatch over = new CountDownLatch(1);
        Recorder.Plan plan = new Recorder.Plan(server, folder, port, redactor, files);
        CountDownLatch done = new CountDownLatch(1);
        Thread signalled = new Thread(() -> stopped(over, done));
        Runtime.getRuntime().addShutdownHook(signalled);
        try {
            Recorder recorder = new Recorder(plan, count -> {
                if (requests > 0 && count >= requests) {
                    over.countDown();
                }
            });
            try (recorder) {
                out().println("recording " + server + " at " + recorder.apiRoot() + " into " + folder);
                out().println("Point a client at " + recorder.apiRoot() + "; stop with Ctrl-C.");
                await(over, limit);
            }
            long written = recorder.written();
            long lost = recorder.lost();
            out().println(written + " exchanges in " + folder);
            if (lost > 0) {
                out().println(lost + " exchanges could not be written; they are not in the recording");
            }
            return written == 0 ? ExitCode.FINE : made(folder);
        } finally {
            done.countDown();
            forget(signalled);
        }
    }

    private int made(Path folder) {
        RecordedWorld.Made made = RecordedWorld.make(folder);
        int proved = RecordedEvidence.write(folder, made);
        out().println("fixture in " + made.folder() + ": " + made.accounts() + " accounts, " + made.documents()
                + " documents; evidence for " + proved + " operations");
        if (!made.leftOut().isEmpty()) {
            out().println(made.leftOut().size() + " things are left out: see "
                    + made.folder().resolve("README.md"));
        }
        out().println("start it with: kazoo-mock serve --fixture " + made.folder() + " --clock " + made.until());
        made.logins().stream()
                .findFirst()
                .ifPresent(login -> out().println("log in with: account '" + login.account() + "', username '"
                        + login.username() + "', password '" + RecordedWorld.password() + "' (everybody's)"));
        return ExitCode.FINE;
    }

    private static void await(CountDownLatch over, @Nullable Duration limit) {
        try {
            if (limit == null) {
                over.await();
            } else if (!over.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                over.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On Ctrl-C and SIGTERM: the recording ends, and the process only after its fixture is written. */
    private static void stopped(CountDownLatch over, CountDownLatch done) {
        over.countDown();
        try {
            if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.FINE); // to stop is how a recording ends
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread signalled) {
        try {
            Runtime.getRuntime().removeShutdownHook(signalled);
        } catch (IllegalStateException e) {
            // it runs already
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new UsageError("--target: '" + text + "' is no address of a server; use https://HOST:PORT/v2/");
        }
    }

    private static Duration duration(String text) {
        if (!text.matches("[1-9][0-9]{0,6}[smh]")) {
            throw new UsageError("--for: '" + text + "' is no duration; use 90s, 10m or 2h");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec.commandLine().getOut();
    }
}
