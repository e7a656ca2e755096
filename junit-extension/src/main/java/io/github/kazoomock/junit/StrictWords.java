package io.github.kazoomock.junit;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        List<@Nullable Object> near = Json.list(request.at("near_misses"));
        String meant = near.isEmpty() ? "" : "\n  Near: " + near;
        return "No operation served " + request + meant + "\n  " + curl(request);
    }

    static String of(KazooFault fault) {
        return "A fault was armed and never fired: " + JsonText.of(fault.rule());
    }

    /** For a server that serves the report's world. */
    private static String curl(KazooRequest request) {
        int v2 = Math.max(request.path().indexOf("/v2"), 0);
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        String token = request.path().endsWith("_auth") ? "" : " -H \"X-Auth-Token: $TOKEN\"";
        Object sent = request.at("request.body");
        String body = sent == null
                ? ""
                : " -H 'Content-Type: application/json' -d '"
                        + JsonText.of(sent).replace("'", "'\\''") + "'";
        return "curl -X " + request.method() + " '" + ROOT + (request.path().substring(v2) + query).replace("'", "%27")
                + "'" + token + body;
    }
}
