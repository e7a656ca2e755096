package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.Ready;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The command {@code rehearse}: uses what the first requests of a session use, so that a JVM can record it. */
final class Rehearsal {
    private static final int PATIENCE_MS = 10_000;

    private Rehearsal() {}

    static int run() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new HumanConsole(nowhere);
        try (KazooServer server =
                KazooServer.builder().port(0).log(console::request).start()) {
            console.ready(server.ready());
            requests(server.ready());
            console.stopping(new Unserved());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Cli.FINE;
    }

    private static void requests(Ready ready) throws IOException {
        for (Login login : ready.logins().subList(0, Math.min(1, ready.logins().size()))) {
            send("PUT", ready.apiRoot() + "user_auth", Curl.credentials(login));
        }
        send("GET", ready.adminRoot() + "health", "");
    }

    private static void send(String method, String url, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setRequestMethod(method);
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        connection.getResponseCode();
        connection.disconnect();
    }
}
