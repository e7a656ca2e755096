package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.crossbar.RequestLine;
import io.github.kazoomock.server.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What replies of successes look like, by operation, wherever such replies can be had. */
final class Observed {
    private static final Path ROOT = Path.of(System.getProperty("kazoo.mock.basedir", "."));
    private static final Path DOCUMENTED = ROOT.resolve("../shared/kazoo/upstream/documented-exchanges.json");
    private static final Path SEEDS =
            ROOT.resolve("mock-server/src/test/resources/io/github/kazoomock/server/exchanges");

    private final Api api = Api.of(Profile.KAZOO_5, true);
    private final Map<String, Seen> all = new TreeMap<>();

    Map<String, Seen> all() {
        return all;
    }

    /** Takes note of a reply if it is a success with an envelope. */
    void add(String method, String path, int status, byte[] body) {
        if (status < 300 && body.length > 0) {
            try {
                add(method, path, Json.parse(body));
            } catch (JsonSyntaxException e) {
                // a file
            }
        }
    }

    private void add(String method, String path, Json body) {
        RequestLine line = RequestLine.of(api.table(), method, path, Profile.KAZOO_5, true);
        if (body instanceof JsonObject envelope) {
            Seen seen = Seen.of(envelope);
            api.operation(line)
                    .ifPresent(operation -> all.merge(operation.id(), Replies.remembered(operation, seen), Seen::and));
        }
    }

    /** The interactions of an exported contract. */
    void addPact(JsonObject pact) {
        for (Json each : pact.array("interactions")) {
            JsonObject interaction = (JsonObject) each;
            JsonObject response = interaction.object("response");
            Json content = response.object("body").get("content");
            if (response.integer(0, "status") < 300 && content != null) {
                add(interaction.object("request").textOr("method", ""), path(interaction.object("request")), content);
            }
        }
    }

    private static String path(JsonObject request) {
        return request.textOr("path", "");
    }

    /** The seed documents' samples. */
    void addSeeds() throws IOException {
        for (String folder : List.of("accounts", "configs", "services-v4", "services-v5")) {
            try (Stream<Path> files = Files.list(SEEDS.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    JsonObject sample = (JsonObject) Json.parse(Files.readAllBytes(file));
                    if (sample.integer(200, "status") < 300) {
                        JsonObject request = sample.object("request");
                        add(request.textOr("method", ""), words(path(request)), sample.object("reply"));
                    }
                }
            }
        }
    }

    /** Exchanges of the documentation that show no reply anybody ever got, with the reason. */
    static final Map<String, String> MADE_UP = Map.of(
            "65db98d661f4", "foo, and verb in the envelope of the reply",
            "c8da93611a03", "data and the are words of a sentence",
            "06f4f31cafd1", "a password is an object");

    static boolean hasDocumented() {
        return Files.exists(DOCUMENTED);
    }

    /** The exchanges of KAZOO's published documentation. */
    static List<JsonObject> documented() throws IOException {
        return ((JsonArray) Json.parse(Files.readAllBytes(DOCUMENTED)))
                .values().stream().map(JsonObject.class::cast).toList();
    }

    void addDocumented() throws IOException {
        for (JsonObject exchange : documented()) {
            JsonObject response = exchange.object("response");
            boolean isReal = !MADE_UP.containsKey(exchange.textOr("key", ""));
            if (isReal && !response.textOr("status", "success").equals("error")) {
                add(exchange.textOr("method", ""), words(path(exchange)), response);
            }
        }
    }

    /** A path whose placeholders are some words, which any hole of a path takes. */
    static String words(String path) {
        return path.split("[?`]", 2)[0].replaceAll("\\{([A-Za-z_]+)}", "$1");
    }
}
