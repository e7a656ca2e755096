package io.github.kazoomock.contracts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.sandbox.Profile;
import io.github.kazoomock.server.world.Hash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of browsers, and those of the mock's own journal. */
@Timeout(60)
class HarTest {
    private static final ConsumerCheck CHECK = ConsumerCheck.of(Profile.KAZOO_5, true);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void aGoodSessionWithTheMockGivesNoFinding() throws Exception {
        try (KazooServer server = KazooServer.builder().port(0).fixture("demo").start()) {
            Session session = new Session(server);
            session.logIn();
            JsonObject menu = session.ask("PUT", "/menus", "{'data': {'name': 'Main', 'retries': 3, 'our_own': true}}");
            String one = "/menus/" + menu.object("data").textOr("id", "");
            session.ask("GET", one, "");
            session.ask("PATCH", one, "{'data': {'timeout': 9000}}");
            session.ask("GET", "/menus?page_size=2&filter_name=Main", "");
            session.ask("GET", "/users?paginate=false", "");
            session.ask(
                    "PUT", "/devices", "{'data': {'name': 'Desk', 'sip': {'username': 'a1', 'password': 'secret99'}}}");
            session.ask("GET", "/devices?with_status=true&fields=%5B%22name%22%5D", "");
            session.ask("GET", "/cdrs?created_from=63900000000&created_to=63900000100", "");
            session.ask("DELETE", one + "?should_soft_delete=false", "");
            Path har = folder.resolve("session.har");
            Files.write(har, session.har());
            Checked checked = CHECK.check(List.of(har));
            assertThat(checked.report().cases()).hasSize(10).allSatisfy(each -> {
                assertThat(each.findings()).as(each.name()).isEmpty();
                assertThat(each.operation()).isNotEmpty();
            });
        }
    }

    @Test
    void entriesAreNamedByNumberAndTimeAndSecretsAreNeverShown() throws IOException {
        String secret = "eyJhbGciOiJSUzI1NiJ9.eyJhY2NvdW50In0.c2lnbmF0dXJl";
        Path har = file(entry("GET", "https://ui.example/static/app.js", "") + ","
                + entry("OPTIONS", "https://api.example:8443/v2/user_auth", "") + ","
                + entry("GET", "https://api.example:8443/v2/user_auth/" + secret + "?" + secret + "=1", "") + ","
                + entry("GET", "https://api.example:8443/v2/user_auht/" + secret, "") + ","
                + entry(
                        "PUT",
                        "https://api.example:8443/v2/user_auth?auth_token=" + secret,
                        "{\\'data\\': {\\'credentials\\': \\'hunter2hunter2\\', \\'account_name\\': 5}}"));
        Checked checked = CHECK.check(List.of(har));
        assertThat(checked.report().subject())
                .isEqualTo("3 requests against the operations of kazoo-5, 2 that are not to the API ignored");
        List<Case> cases = checked.report().cases();
        assertThat(cases.get(0).name()).isEqualTo(har + ": entry 3 at 2026-11-20T10:00:00Z");
        assertThat(cases.get(0).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.where()).isEqualTo("query ***"));
        assertThat(cases.get(1).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.where()).isEqualTo("GET /v2/user_auht/***"));
        assertThat(checked.report().toString()).doesNotContain("eyJ").doesNotContain("hunter2");
    }

    @Test
    void whatHappenedExcusesNothing() throws IOException {
        Path har = file(
                entry("GET", "http://127.0.0.1:8000/v2/accounts/x/menu", "").replace("200", "404"));
        assertThat(CHECK.check(List.of(har)).report().cases().get(0).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo("unknown path"));
    }

    private Path file(String entries) throws IOException {
        Path file = folder.resolve("browser.har");
        String text = ("{'log': {'version': '1.2', 'entries': [" + entries + "]}}")
                .replace("\\'", "\\\"")
                .replace('\'', '"');
        Files.writeString(file, text);
        return file;
    }

    private static String entry(String method, String url, String body) {
        String sent = body.isEmpty() ? "" : ", 'postData': {'mimeType': 'application/json', 'text': '" + body + "'}";
        return "{'startedDateTime': '2026-11-20T10:00:00Z', 'request': {'method': '" + method + "', 'url': '" + url
                + "', 'headers': []" + sent + "}, 'response': {'status': 200}}";
    }

    /** A client of a running mock. */
    private static final class Session {
        private final KazooServer server;
        private final Login login;
        private String token = "";

        Session(KazooServer server) {
            this.server = server;
            this.login = server.logins().stream()
                    .filter(each -> each.role().equals("account_admin"))
                    .findFirst()
                    .orElseThrow();
        }

        void logIn() throws IOException, InterruptedException {
            String credentials = Hash.md5(login.username() + ":" + login.password());
            String body =
                    "{'data': {'credentials': '" + credentials + "', 'account_name': '" + login.accountName() + "'}}";
            token = send("PUT", server.apiRoot() + "user_auth", body).textOr("auth_token", "");
        }

        JsonObject ask(String method, String path, String body) throws IOException, InterruptedException {
            return send(method, server.apiRoot() + "accounts/" + login.accountId() + path, body);
        }

        private JsonObject send(String method, String url, String body) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                    .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
            request.header("Content-Type", "application/json");
            if (!token.isEmpty()) {
                request.header("X-Auth-Token", token);
            }
            HttpResponse<byte[]> reply = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(reply.statusCode()).as("%s %s", method, url).isLessThan(300);
            return (JsonObject) Json.parse(reply.body());
        }

        byte[] har() throws IOException, InterruptedException {
            URI uri = URI.create(server.adminRoot() + "requests.har");
            return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }
}
