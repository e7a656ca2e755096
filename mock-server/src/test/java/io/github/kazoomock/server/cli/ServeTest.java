package io.github.kazoomock.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ServeTest {
    @TempDir
    Path folder;

    @Test
    void says_where_it_is_and_who_may_log_in() {
        int[] port = new int[1];
        CommandLine.Result result = CommandLine.serving(
                Map.of("KAZOO_MOCK_FIXTURE", "empty"), server -> port[0] = server.port(), "serve", "--port", "0");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        String root = "http://127.0.0.1:" + port[0];
        assertThat(result.out().replaceFirst("after \\d+ ms", "after N ms")).isEqualTo("""
                        kazoo-mock development serves the fixture empty, ready after N ms

                          API    ROOT/v2/
                          admin  ROOT/__admin/

                          role              username  password  account  realm
                          superduper_admin  admin     admin     Master   master.example.com

                        Log in as admin:
                          curl -X PUT ROOT/v2/user_auth -H 'Content-Type: application/json' -d '{"data":{"credentials":"d2abaa37a7c3db1137d385e1d8c15fd2","account_name":"Master"}}'

                        Ctrl-C stops it.

                        """.replace("ROOT", root));
    }

    @Test
    void shows_one_login_of_each_role() {
        CommandLine.Result result = CommandLine.run("serve", "--port", "0");
        assertThat(result.lines().stream().map(line -> line.strip().split(" ")[0]))
                .containsSubsequence("superduper_admin", "reseller", "account_admin", "user", "and");
        assertThat(result.out()).contains(" more: --ready-file FILE writes them all\n");
    }

    @Test
    void prints_a_line_for_each_request_and_at_the_end_what_nothing_served() {
        CommandLine.Result result = CommandLine.serving(
                Map.of(),
                server -> {
                    TestClient client = TestClient.loggedIn(server, "admin");
                    client.get("accounts/0123456789abcdef0123456789abcdef/nowhere?a=b");
                    client.get("accounts/0123456789abcdef0123456789abcdee/nowhere");
                    client.get("/__admin/health");
                },
                "serve",
                "--port",
                "0");
        assertThat(result.out().substring(result.out().indexOf("201 PUT"))).isEqualTo("""
                201 PUT    /v2/user_auth  user_auth.login
                404 GET    /v2/accounts/0123456789abcdef0123456789abcdef/nowhere?a=b  -  not found
                404 GET    /v2/accounts/0123456789abcdef0123456789abcdee/nowhere  -  not found
                200 GET    /__admin/health  admin

                Requests that no operation served:
                  2x   404 GET    /v2/accounts/{id}/nowhere
                """);
    }

    @Test
    void speaks_json_when_asked() {
        CommandLine.Result result = CommandLine.serving(
                Map.of(), server -> TestClient.of(server).get("nowhere"), "serve", "--port", "0", "--log", "json");
        List<JsonObject> lines = result.lines().stream()
                .map(line -> (JsonObject) Json.parse(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(lines).extracting(line -> line.text("event")).containsExactly("ready", "request", "stopping");
        assertThat(lines.get(1).without("reason"))
                .hasToString("{\"event\":\"request\",\"method\":\"GET\",\"path\":\"/v2/nowhere\",\"status\":401}");
        assertThat(lines.get(2))
                .hasToString("{\"event\":\"stopping\",\"unserved\":[{\"method\":\"GET\",\"path\":\"/v2/nowhere\","
                        + "\"status\":401,\"times\":1}],\"unserved_not_listed\":0}");
    }

    @Test
    void writes_the_ready_file_and_replaces_one_of_earlier() throws Exception {
        Path file = Files.writeString(folder.resolve("ready.json"), "of yesterday");
        CommandLine.serving(
                Map.of(),
                server -> assertThat(file).hasContent(server.ready().json()),
                "serve",
                "--port",
                "0",
                "--ready-file",
                file.toString());
        JsonObject ready = (JsonObject) Json.parse(Files.readAllBytes(file));
        assertThat(ready.keys())
                .containsExactly(
                        "event", "version", "pid", "port", "api_root", "admin_root", "fixture", "startup_ms", "logins");
        assertThat(((JsonObject) ready.array("logins").get(0)).keys())
                .containsExactly("role", "account_name", "account_id", "realm", "username", "password", "api_key");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void leaves_no_ready_file_of_earlier_when_it_does_not_start() throws Exception {
        Path file = Files.writeString(folder.resolve("ready.json"), "of yesterday");
        CommandLine.Result result =
                CommandLine.run("serve", "--ready-file", file.toString(), "--fixture", "no such fixture");
        assertThat(result.code()).isEqualTo(2);
        assertThat(file).doesNotExist();
    }

    @Test
    void saves_the_world_when_it_stops() {
        String saved = folder.resolve("saved").toString();
        CommandLine.Result first = CommandLine.run("serve", "--port", "0", "--fixture", "empty", "--save", saved);
        CommandLine.Result second = CommandLine.run("serve", "--port", "0", "--fixture", saved);
        assertThat(first.code()).isZero();
        assertThat(second.code()).isZero();
    }

    @Test
    void complains_when_the_world_cannot_be_saved() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "somebody's");
        CommandLine.Result result = CommandLine.run("serve", "--port", "0", "--save", folder.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("kazoo-mock: --save %1$s: the world was not saved: %1$s: not empty and not a saved fixture,"
                                .formatted(folder)
                        + " so it is left alone; choose another folder\n");
    }
}
