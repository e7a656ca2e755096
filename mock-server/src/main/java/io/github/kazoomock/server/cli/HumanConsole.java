package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.LoggedRequest;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.Ready;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines for people. */
final class HumanConsole implements Console {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final PrintStream out;

    HumanConsole(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ready(Ready ready) {
        out.println("kazoo-mock " + ready.version() + " serves the fixture " + ready.fixture() + ", ready after "
                + ready.startupMs() + " ms");
        out.println();
        out.println("  API    " + ready.apiRoot());
        out.println("  admin  " + ready.adminRoot());
        out.println();
        List<Login> firsts = List.copyOf(FirstLogins.of(ready.logins()).values());
        if (!firsts.isEmpty()) {
            logins(firsts, ready.logins().size() - firsts.size());
            out.println();
            out.println("Log in as " + firsts.get(0).username() + ":");
            out.println("  " + Curl.login(ready.apiRoot(), firsts.get(0)));
            out.println();
        }
        out.println("Ctrl-C stops it.");
        out.println();
    }

    private void logins(List<Login> logins, int more) {
        Columns table = new Columns("role", "username", "password", "account", "realm");
        logins.forEach(login ->
                table.row(login.role(), login.username(), login.password(), login.accountName(), login.realm()));
        table.lines().forEach(line -> out.println("  " + line));
        if (more > 0) {
            out.println("  and " + more + " more: --ready-file FILE writes them all");
        }
    }

    @Override
    public void request(LoggedRequest request) {
        List<String> line = new ArrayList<>();
        line.add(request.status() + " " + pad(request.method(), 6) + " " + request.path());
        line.add(request.operation().isEmpty() ? "-" : request.operation());
        if (!request.reason().isEmpty()) {
            line.add(request.reason());
        }
        out.println(CONTROL.matcher(String.join("  ", line)).replaceAll("?"));
    }

    @Override
    public void stopping(Unserved unserved) {
        if (unserved.isEmpty()) {
            return;
        }
        out.println();
        out.println("Requests that no operation served:");
        unserved.forEach((request, times) -> out.println(
                "  " + pad(times + "x", 5) + request.status() + " " + pad(request.method(), 6) + " " + request.path()));
        if (unserved.notListed() > 0) {
            out.println("  and " + unserved.notListed() + " more");
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
