package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.StateProblem;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mock in this process, asked over HTTP; every interaction has a sandbox of its own. */
public final class MockProvider implements Provider {
    private final KazooServer mock;
    private final Wire wire;
    private final @Nullable Path snapshots;

    /**
     * A running mock, which stays the caller's.
     *
     * @param snapshots a folder in which a state's snapshot is a folder of its name; null for none
     */
    public MockProvider(KazooServer mock, @Nullable Path snapshots) {
        this.mock = mock;
        this.snapshots = snapshots;
        this.wire = new Wire(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    @Override
    public Trial begin(PactInteraction interaction) {
        Response made = admin("POST", "sandboxes", JsonObject.EMPTY);
        if (!(made.json() instanceof JsonObject sandbox) || !made.isSuccess()) {
            throw new Unreachable("the mock makes no sandbox: " + message(made));
        }
        return new SandboxTrial(sandbox.textOr("name", ""));
    }

    private Response admin(String method, String path, JsonObject body) {
        Request request = Request.of(method, "/" + path);
        return wire.ask(
                mock.adminRoot().replaceAll("/$", ""), method.equals("DELETE") ? request : request.withJson(body));
    }

    private static String message(Response response) {
        return response.json() instanceof JsonObject object && object.text("message") != null
                ? object.textOr("message", "")
                : response.status() + " " + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private final class SandboxTrial implements Trial {
        private final String name;

        private SandboxTrial(String name) {
            this.name = name;
        }

        @Override
        public Map<String, String> setUp(Given given) {
            String snapshot = given.params().text("snapshot");
            if (snapshot != null) {
                load(snapshot);
            }
            JsonObject values = done(
                    "states",
                    JsonObject.builder()
                            .put("state", given.words())
                            .put("params", given.params())
                            .put("action", "setup")
                            .build());
            Map<String, String> texts = new LinkedHashMap<>();
            values.forEach((key, value) -> texts.put(key, value.text() == null ? value.toString() : value.text()));
            return texts;
        }

        private void load(String snapshot) {
            if (snapshots == null) {
                throw new StateProblem("the snapshot '" + snapshot + "' is not known; say with --snapshots DIR where "
                        + "its folder is");
            }
            Path folder = snapshots.resolve(snapshot).normalize();
            if (!folder.startsWith(snapshots.normalize()) || !Files.isDirectory(folder)) {
                throw new StateProblem("there is no snapshot '" + snapshot + "' in " + snapshots);
            }
            done(
                    "snapshots",
                    JsonObject.of(
                            "name",
                            Json.of(snapshot),
                            "folder",
                            Json.of(folder.toAbsolutePath().toString())));
        }

        private JsonObject done(String what, JsonObject body) {
            Response response = admin("POST", "sandboxes/" + name + "/" + what, body);
            if (!response.isSuccess()) {
                throw new StateProblem(message(response));
            }
            return response.json() instanceof JsonObject object ? object : JsonObject.EMPTY;
        }

        @Override
        public Response ask(Request request) {
            return wire.ask(mock.apiRoot().replaceAll("/v2/$", "/sandboxes/" + name), request);
        }

        @Override
        public void close() {
            admin("DELETE", "sandboxes/" + name, JsonObject.EMPTY);
        }
    }
}
