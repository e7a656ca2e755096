package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.pact.PactFiles;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.LoggedRequest;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.export.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A second mock behind a socket, taken for a KAZOO of somebody else, and what can be seen of it from behind. */
public final class OtherKazoo implements AutoCloseable {
    /** What our contract says of these nouns. */
    private static final Set<String> NOUNS =
            Set.of("accounts", "menus", "users", "callflows", "vmboxes", "temporal_rules");

    /** Their examples show what the account of the demo has and a new one has not. */
    private static final Set<String> OF_THE_DEMO = Set.of(
            "accounts.children",
            "accounts.demote",
            "accounts.promote",
            "accounts.descendants",
            "accounts.get",
            "accounts.patch",
            "accounts.update",
            "vmboxes.messages.list_all");

    private final List<LoggedRequest> requests = new CopyOnWriteArrayList<>();
    private final KazooServer server;
    private volatile Consumer<LoggedRequest> listener = request -> {};

    public OtherKazoo() {
        server = KazooServer.builder()
                .port(0)
                .fixture("demo")
                .log(request -> {
                    requests.add(request);
                    listener.accept(request);
                })
                .start();
    }

    /** Our own contract, written into a file. */
    public static Path contract(Path folder) {
        var exporter = KazooServer.builder().fixture("demo").exporter();
        Set<String> ids = new java.util.TreeSet<>();
        for (var operation : new Scope(NOUNS, Set.of()).of(exporter.table())) {
            if (OF_THE_DEMO.contains(operation.id())) {
                continue;
            }
            try {
                exporter.interactions(List.of(operation));
                ids.add(operation.id());
            } catch (RuntimeException e) {
                System.out.println("NO EXAMPLE " + operation.id());
            }
        }
        JsonObject pact = exporter.pact("kazoo-mock", new Scope(Set.of(), ids));
        try {
            return Files.write(folder.resolve("contract.json"), pact.utf8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<PactInteraction> interactions(Path contract) {
        return PactFiles.read(contract).interactions();
    }

    public KazooServer server() {
        return server;
    }

    /** Somebody of a role. */
    public Login login(String role) {
        return server.logins().stream()
                .filter(each -> each.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    /** What was asked, in order. */
    public List<LoggedRequest> requests() {
        return requests;
    }

    /** Is told of each request from now on. */
    public void onRequest(Consumer<LoggedRequest> other) {
        listener = other;
    }

    /** Makes requests go wrong. */
    public void fault(String rule) {
        admin("POST", "faults", rule);
    }

    public void noFaults() {
        admin("DELETE", "faults", "");
    }

    /** The documents that each request changed, as the journal shows them. */
    public List<JsonObject> changed() {
        return admin("GET", "requests", "").array("requests").values().stream()
                .flatMap(each -> ((JsonObject) each).array("documents").values().stream())
                .map(JsonObject.class::cast)
                .toList();
    }

    /** A token as a login gives it. */
    public String token(Login login) {
        JsonObject asked = JsonObject.of("account", Json.of(login.accountName()), "user", Json.of(login.username()));
        return admin("POST", "tokens", asked.toString()).textOr("auth_token", "");
    }

    private JsonObject admin(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.adminRoot() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return answer.body().isEmpty() ? JsonObject.EMPTY : (JsonObject) Json.parse(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Every document of the world, by file, without the number from which the next id is made and without the books that
     * a server keeps of each change in the quantities of services: these say what was, not what is.
     */
    public Map<String, String> world(Path folder) {
        server.save(folder);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.replaceAll((name, text) -> name.endsWith("services.json") ? withoutHistory(text) : text);
        files.computeIfPresent("fixture.json", (name, text) -> text.replaceAll("\"sequence\": [0-9]+", ""));
        return files;
    }

    private static String withoutHistory(String text) {
        JsonObject.Builder documents = JsonObject.builder();
        ((JsonObject) Json.parse(text))
                .forEach((id, each) -> documents.put(
                        id, ((JsonObject) each).without("pvt_history").without("pvt_modified")));
        return documents.build().toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
