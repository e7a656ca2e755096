package io.github.kazoomock.junit;

import java.nio.file.Path;

/** Every text that strictness says. */
final class StrictWords {
    /** Where a server listens that somebody starts to look into it. */
    private static final String ROOT = "http://127.0.0.1:8000";

    private StrictWords() {}

    static String of(Path report) {
        return "The world as it was: kazoo-mock serve --fixture " + report.resolve("fixture")
                + "\nEverything that was asked: " + report.resolve("journal.json");
    }

    static String of(KazooRequest request) {
        return "No operation served " + request + "\n  " + curl(request);
    }

    static String of(KazooFault fault) {
        return "A fault was armed and never fired: " + JsonText.of(fault.rule());
    }

    /** For a server that serves the report's world. */
    private static String curl(KazooRequest request) {
        int v2 = Math.max(request.path().indexOf("/v2"), 0);
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        String token = request.path().endsWith("_auth") ? "" : " -H \"X-Auth-Token: $TOKEN\"";
        return "curl -X " + request.method() + " '" + ROOT + (request.path().substring(v2) + query).replace("'", "%27")
                + "'" + token;
    }
}
