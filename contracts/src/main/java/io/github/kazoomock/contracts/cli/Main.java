package io.github.kazoomock.contracts.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The process: standard streams and the exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // what Pact would tell its makers about us is nobody's business
        System.setProperty("pact_do_not_track", "true");
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = Contracts.run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** UTF-8 whatever the locale says, since reports are. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
