package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.record.Recorder;
import io.github.kazoomock.contracts.record.world.RecordedWorld;
import io.github.kazoomock.contracts.redact.Redactor;
import io.github.kazoomock.contracts.redact.RuleTable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.world.Hash;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the recorder wrote down is replayed: a client logs in, makes something and reads it. */
@Timeout(120)
class RecordedDriftTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aRecordingOfTheMockHasNoDriftThoughItsCredentialsAreGone(@TempDir Path empty) throws Exception {
        Path recording = empty.resolve("recording");
        String said = drift(recorded("kazoo-5", recording), 0);
        assertThat(said).contains("0 causes of drift", "7 replies of 1 session compared");
    }

    @Test
    void aRecordingOfAnotherKazooNamesTheRowsThatPartThem(@TempDir Path empty) throws Exception {
        String said = drift(recorded("kazoo-5.0", empty.resolve("recording")), 1);
        assertThat(said).contains("H9 envelope has metadata", "7 replies of 1 session compared");
    }

    private static String drift(Path recording, int code) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int ended =
                Contracts.run(new PrintWriter(out), new PrintWriter(err), "drift", "--recording", recording.toString());
        assertThat(ended).as(out + "" + err).isEqualTo(code);
        return out.toString();
    }

    private Path recorded(String profile, Path recording) throws Exception {
        try (KazooServer server = KazooServer.builder().port(0).profile(profile).start()) {
            Recorder.Plan plan = new Recorder.Plan(
                    URI.create(server.apiRoot()), recording, 0, Redactor.of(RuleTable.builtIn(), "a key"), false);
            try (Recorder recorder = new Recorder(plan, written -> {})) {
                Login grace = server.logins().stream()
                        .filter(login -> login.username().equals("grace"))
                        .findFirst()
                        .orElseThrow();
                use(recorder.apiRoot(), grace);
            }
        }
        RecordedWorld.make(recording);
        return recording;
    }

    private void use(String root, Login grace) throws Exception {
        JsonObject login = JsonObject.of(
                "credentials",
                Json.of(Hash.md5(grace.username() + ":" + grace.password())),
                "account_name",
                Json.of(grace.accountName()));
        JsonObject in = ask(root, "PUT", "user_auth", "", JsonObject.of("data", login));
        String token = in.textOr("auth_token", "");
        String account = "accounts/" + grace.accountId();
        ask(root, "GET", account, token, JsonObject.EMPTY);
        ask(root, "GET", account + "/descendants", token, JsonObject.EMPTY);
        ask(root, "GET", account + "/users", token, JsonObject.EMPTY);
        JsonObject made = ask(
                root, "PUT", account + "/menus", token, JsonObject.of("data", JsonObject.of("name", Json.of("Front"))));
        String menu = account + "/menus/" + made.object("data").textOr("id", "");
        ask(root, "GET", menu, token, JsonObject.EMPTY);
        ask(root, "DELETE", menu, token, JsonObject.EMPTY);
    }

    private JsonObject ask(String root, String method, String path, String token, JsonObject body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body.utf8()))
                .header("content-type", "application/json");
        if (!token.isEmpty()) {
            request.header("x-auth-token", token);
        }
        byte[] answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        return (JsonObject) Json.parse(answer);
    }
}
