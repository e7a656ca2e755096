package io.github.kazoomock.contracts.record;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.redact.Redactor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * A recording that is going on: a proxy on the loopback address in front of a KAZOO, and a folder to which each exchange is
 * added, without its secrets, before the client has its answer.
 */
public final class Recorder implements AutoCloseable {
    private static final int TIMEOUT_MS = 10_000;

    /** How WireMock begins to say that there was none. */
    private static final String NO_ANSWER = "Network failure trying to make a proxied request";

    private final Path folder;
    private final Redaction redaction;
    private final LongConsumer listener;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Proxy proxy;

    /**
     * What to record and how.
     *
     * @param target where the KAZOO is: {@code https://kazoo.example.com:8443/v2/}, with or without {@code v2}
     * @param folder made when missing; without a recording otherwise
     * @param port 0 for a free one
     * @param files whether sounds, pictures and documents are kept as they are
     */
    public record Plan(URI target, Path folder, int port, Redactor redactor, boolean files) {}

    /**
     * Begins.
     *
     * @param listener told, whenever a client has its answer, how many exchanges are in the folder; on many threads at
     *     once
     * @throws UsageError when target, folder or port cannot be used
     * @throws Unreachable when nobody listens at the target
     */
    public Recorder(Plan plan, LongConsumer listener) {
        this.folder = plan.folder();
        this.redaction = new Redaction(plan.redactor(), plan.files());
        this.listener = listener;
        URI root = root(plan.target());
        reach(root);
        prepare();
        this.proxy = new Proxy(root, plan.port(), this::record, this::answered);
    }

    private static URI root(URI target) {
        boolean isHttp = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
        if (!isHttp || target.getHost() == null || target.getUserInfo() != null) {
            throw new UsageError("--target: '" + target + "' is no address of a server; use https://HOST:PORT/v2/");
        }
        return URI.create(target.toString().replaceFirst("[?#].*", "").replaceFirst("(/v2)?/*$", ""));
    }

    private static void reach(URI root) {
        int port = root.getPort() >= 0 ? root.getPort() : root.getScheme().equals("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(root.getHost(), port), TIMEOUT_MS);
        } catch (IOException e) {
            throw new Unreachable(
                    "--target: nobody answers at " + root.getHost() + ":" + port + " (" + e.getMessage() + ")");
        }
    }

    private void prepare() {
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve(Exchanges.FILE))) {
                throw new UsageError("--out: " + folder + " already has a recording; choose another folder");
            }
            Files.createFile(folder.resolve(Exchanges.FILE));
        } catch (IOException e) {
            throw new UsageError("--out: " + folder + " cannot be written to: " + e.getMessage());
        }
    }

    /** Asks of browsers whether they may ask are nobody's exchange with the API, nor is what is outside of it. */
    private void record(Exchange raw) {
        if (raw.method().equals("OPTIONS") || !raw.path().matches("/v[0-9]+(/.*)?")) {
            return;
        }
        if (raw.status() == 500
                && new String(raw.responseBody().bytes(), StandardCharsets.UTF_8).startsWith(NO_ANSWER)) {
            lost.incrementAndGet(); // what the proxy says is no answer of the server
            return;
        }
        try {
            Exchange exchange = redaction.of(raw);
            synchronized (this) {
                Exchanges.append(folder, exchange);
            }
            written.incrementAndGet();
        } catch (IOException | RuntimeException e) {
            lost.incrementAndGet(); // never the exchange as it was, whatever went wrong
        }
    }

    private void answered() {
        listener.accept(written.get());
    }

    /** Where clients ask: {@code http://127.0.0.1:PORT/v2/}. */
    public String apiRoot() {
        return "http://127.0.0.1:" + proxy.port() + "/v2/";
    }

    /** How many exchanges are in the folder. */
    public long written() {
        return written.get();
    }

    /** How many exchanges could not be written down; their clients had their answers. */
    public long lost() {
        return lost.get();
    }

    /** Stops; requests under way get their answers. */
    @Override
    public void close() {
        proxy.close();
    }
}
