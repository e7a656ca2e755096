package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.KazooServer;
import java.io.PrintStream;
import java.util.function.Consumer;

/** The command {@code serve}. */
final class Serve {
    private final KazooServer.Builder builder;
    private final PrintStream out;
    private final Consumer<KazooServer> meanwhile;

    Serve(KazooServer.Builder builder, PrintStream out, Consumer<KazooServer> meanwhile) {
        this.builder = builder;
        this.out = out;
        this.meanwhile = meanwhile;
    }

    int run() {
        Console console = builder.log().equals("json") ? new JsonConsole(out) : new HumanConsole(out);
        Unserved unserved = new Unserved();
        builder.log(request -> {
            console.request(request);
            unserved.add(request);
        });
        try (KazooServer server = builder.start()) {
            console.ready(server.ready());
            meanwhile.accept(server);
            console.stopping(unserved);
        }
        return Cli.FINE;
    }
}
