package io.github.kazoomock.contracts.check;

import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pacts in a few words, and what a check finds in them. */
record PactText(Path folder) {
    static final String A = "/v2/accounts/6d6a1c1c0a4b4e0f9a6b1d7a3f1c2e5b";
    static final String ID = "0123456789abcdef0123456789abcdef";

    static final ConsumerCheck NEWEST = ConsumerCheck.of(Profile.KAZOO_5, true);

    List<String> found(ConsumerCheck check, String interactions) {
        try {
            return check(check, interactions).report().cases().stream()
                    .map(Case::findings)
                    .flatMap(List::stream)
                    .map(found -> String.join(" | ", found.kind(), found.where(), found.expected(), found.actual()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Checked check(ConsumerCheck check, String interactions) throws IOException {
        Path file = folder.resolve("app-kazoo.json");
        JsonObject pact = (JsonObject) Json.parse(("{'interactions': [" + interactions + "]}").replace('\'', '"'));
        Files.write(file, pact.utf8());
        return check.check(List.of(file));
    }

    static String one(String rest) {
        return "{'description': 'a request', " + rest + "}";
    }

    static String request(String method, String path) {
        return reading(method, path, method.equals("PUT") ? 201 : 200, "null");
    }

    static String asking(String path, String query) {
        return one("'request': {'method': 'GET', 'path': '" + path + "', 'query': '" + query
                + "'}, 'response': {'status': 200}");
    }

    static String sending(String method, String path, String body) {
        int status = method.equals("PUT") ? 201 : 200;
        return one("'request': {'method': '" + method + "', 'path': '" + path
                + "', 'headers': {'Content-Type': 'application/json'}, 'body': " + body + "}, 'response': {'status': "
                + status + "}");
    }

    static String reading(String method, String path, int status, String body) {
        return one("'request': {'method': '" + method + "', 'path': '" + path + "'}, 'response': {'status': " + status
                + ", 'body': " + body + "}");
    }

    static String expecting(String interaction, int status) {
        return interaction.replaceAll("'status': \\d+", "'status': " + status);
    }
}
