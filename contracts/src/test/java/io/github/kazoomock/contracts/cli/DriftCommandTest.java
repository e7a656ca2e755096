package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.record.Body;
import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.contracts.record.Exchanges;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.LoggedRequest;
import io.github.kazoomock.server.Login;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class DriftCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int drift(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "drift";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Contracts.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    @Test
    void whatDiffersIsToldUntilSomebodyAcceptsIt() throws IOException {
        Path accepted = folder.resolve("accepted.json");
        String[] menus = {"--against", "kazoo-5.0", "--only", "contract", "--noun", "menus"};
        assertThat(drift(
                        "--against",
                        "kazoo-5.0",
                        "--only",
                        "contract",
                        "--noun",
                        "menus",
                        "--accept",
                        accepted.toString()))
                .isEqualTo(ExitCode.MISMATCH);
        assertThat(out.toString())
                .startsWith("drift: the mock (kazoo-5) and a mock of kazoo-5.0\n")
                .contains("DRIFT     L6 rows have features, as kazoo-5.0 does: missing key /data/*/features;");
        assertThat(drift(menus[0], menus[1], menus[2], menus[3], menus[4], menus[5], "--accepted", accepted.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("accepted.json:2: has no reason; say why");
        Files.writeString(
                accepted, Files.readString(accepted).replace("\"reason\": \"\"", "\"reason\": \"older server\""));
        assertThat(drift(menus[0], menus[1], menus[2], menus[3], menus[4], menus[5], "--accepted", accepted.toString()))
                .isEqualTo(ExitCode.FINE);
    }

    @Test
    void machinesReadTheSame() throws IOException {
        Path json = folder.resolve("drift.json");
        drift(
                "--against",
                "kazoo-5.0",
                "--only",
                "contract",
                "--noun",
                "menus",
                "--format",
                "json",
                "--output",
                json.toString());
        JsonArray cases = ((JsonObject) Json.parse(Files.readAllBytes(json))).array("cases");
        assertThat(cases.toString()).contains("\"name\":\"L6 rows have features\"", "\"verdict\":\"failed\"");
        out.getBuffer().setLength(0);
        drift("--against", "kazoo-5.0", "--only", "contract", "--noun", "menus", "--format", "junit");
        assertThat(out.toString()).contains("<testcase classname=\"menus.list\" name=\"L6 rows have features\"");
        out.getBuffer().setLength(0);
        drift("--against", "kazoo-5.0", "--only", "contract", "--noun", "menus", "--format", "markdown");
        assertThat(out.toString()).startsWith("# drift: found\n").contains("| L6 rows have features |");
    }

    @Test
    void itSaysWhatToHoldTheMockAgainst() {
        assertThat(drift()).isEqualTo(ExitCode.USAGE);
        assertThat(drift("--against", "kazoo-6")).isEqualTo(ExitCode.USAGE);
        assertThat(drift("--against", "kazoo-5", "--noun", "nonsense")).isEqualTo(ExitCode.USAGE);
        assertThat(drift("--recording", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(drift("--target", "http://127.0.0.1:1/v2")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString())
                .contains("one of --target URL, --recording DIR and --against PROFILE")
                .contains("use kazoo-5 or kazoo-5.0")
                .contains("no noun or operation is called nonsense")
                .contains("is no recording")
                .doesNotContain("Exception", "\tat ");
    }

    @Nested
    class Against_a_server {
        @Test
        void aRunningMockNeedsNoCredentials() {
            try (KazooServer server =
                    KazooServer.builder().port(0).profile("kazoo-5.0").start()) {
                assertThat(drift("--target", server.apiRoot(), "--only", "contract", "--noun", "menus"))
                        .isEqualTo(ExitCode.MISMATCH);
            }
            assertThat(out.toString())
                    .contains("a mock of kazoo-5.0 at")
                    .contains("H9 envelope has metadata, as kazoo-5.0 does");
        }

        @Test
        void aKazooIsAskedInAScratchAccountThatIsRemoved() {
            assertThat(live("kazoo-5")).as(out + "" + err).isEqualTo(ExitCode.FINE);
            assertThat(out.toString()).contains("0 causes of drift").contains("operations answer the same");
            assertThat(err.toString()).contains("created account").doesNotContain("STILL THERE");
        }

        @Test
        void anOlderKazooShowsItsRows() {
            assertThat(live("kazoo-5.0")).isEqualTo(ExitCode.MISMATCH);
            assertThat(out.toString())
                    .contains("H9 envelope has metadata, as kazoo-5.0 does", "G3 patched configs keep the rest")
                    .doesNotContain("the mock: ");
            assertThat(err.toString()).doesNotContain("STILL THERE");
        }

        @Test
        void aDryRunSendsNothingAtAll() {
            List<LoggedRequest> asked = new CopyOnWriteArrayList<>();
            assertThat(live("kazoo-5", asked::add, "--dry-run")).isEqualTo(ExitCode.FINE);
            assertThat(asked).isEmpty();
            assertThat(out.toString()).contains("Nothing was sent, and nothing compared.");
        }

        @Test
        void whoOnlyReadsSendsNothingElseBesideTheLogin() {
            List<LoggedRequest> asked = new CopyOnWriteArrayList<>();
            live("kazoo-5", asked::add, "--read-only");
            assertThat(asked).hasSizeGreaterThan(1);
            assertThat(asked)
                    .filteredOn(each -> !each.method().equals("GET"))
                    .extracting(LoggedRequest::path)
                    .containsOnly("/v2/api_auth");
            assertThat(out.toString()).contains("reading alone");
        }

        private int live(String profile) {
            return live(profile, asked -> {});
        }

        private int live(String profile, Consumer<LoggedRequest> log, String... more) {
            try (KazooServer server =
                    KazooServer.builder().port(0).profile(profile).log(log).start()) {
                Login admin = server.logins().stream()
                        .filter(each -> each.role().equals("superduper_admin"))
                        .findFirst()
                        .orElseThrow();
                List<String> arguments = new ArrayList<>(
                        List.of("--target", server.apiRoot(), "--api-key", admin.apiKey(), "--only", "probes"));
                arguments.addAll(List.of(more));
                return drift(arguments.toArray(String[]::new));
            }
        }
    }

    @Nested
    class From_a_recording {
        private final HttpClient http = HttpClient.newHttpClient();

        /** What a client does who logs in, makes a menu, reads it and looks at the list. */
        private void record(KazooServer server, UnaryOperator<JsonObject> change) throws Exception {
            String token = asked(server, "admin", "POST", "/__admin/tokens", "{\"role\":\"account_admin\"}", change)
                    .textOr("auth_token", "");
            String account = asked(server, token, "GET", "/v2/token_auth", "", change)
                    .object("data")
                    .textOr("account_id", "");
            String menus = "/v2/accounts/" + account + "/menus";
            String id = asked(server, token, "PUT", menus, "{\"data\":{\"name\":\"Recorded\"}}", change)
                    .object("data")
                    .textOr("id", "");
            asked(server, token, "GET", menus + "/" + id, "", change);
            asked(server, token, "GET", menus, "", change);
            asked(server, token, "DELETE", menus + "/" + id, "", change);
        }

        private JsonObject asked(
                KazooServer server,
                String token,
                String method,
                String path,
                String body,
                UnaryOperator<JsonObject> change)
                throws Exception {
            String root = server.apiRoot().replace("/v2/", "");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                    .method(method, BodyPublishers.ofString(body))
                    .header("content-type", "application/json");
            if (!path.startsWith("/__admin")) {
                request.header("x-auth-token", token);
            }
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonObject reply = (JsonObject) Json.parse(response.body());
            if (path.startsWith("/v2")) {
                Map<String, String> headers = new TreeMap<>();
                response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
                Exchanges.append(
                        folder,
                        new Exchange(
                                Instant.now(),
                                method,
                                path,
                                "",
                                Map.of("x-auth-token", token, "content-type", "application/json"),
                                body.isEmpty() ? new Body.None() : new Body.OfJson(Json.parse(body)),
                                response.statusCode(),
                                headers,
                                new Body.OfJson(change.apply(reply)),
                                Duration.ofMillis(1)));
            }
            return reply;
        }

        @Test
        void whatTheMockAnswersItselfIsNoDrift() throws Exception {
            try (KazooServer server = KazooServer.builder().port(0).start()) {
                record(server, reply -> reply);
            }
            assertThat(drift("--recording", folder.toString()))
                    .as(out + "" + err)
                    .isEqualTo(ExitCode.FINE);
            assertThat(out.toString()).contains("5 replies of 1 session compared");
        }

        @Test
        void whatTheServerAnsweredOtherwiseIs() throws Exception {
            try (KazooServer server =
                    KazooServer.builder().port(0).profile("kazoo-5.0").start()) {
                record(server, reply -> reply.without("request_id"));
            }
            assertThat(drift("--recording", folder.toString())).isEqualTo(ExitCode.MISMATCH);
            assertThat(out.toString())
                    .contains(
                            "DRIFT     missing key /request_id: the mock: a string, there: nothing; 5 replies of 5 operations")
                    .contains(
                            "L6 rows have features, as kazoo-5.0 does: missing key /data/*/features; menus.list GET 200");
        }
    }
}
