package io.github.kazoomock.contracts.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.record.world.RecordedWorld;
import io.github.kazoomock.contracts.redact.Redactor;
import io.github.kazoomock.contracts.redact.RuleTable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.export.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class RecorderTest {
    private static KazooServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = KazooServer.builder().port(0).fixture("demo").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Recorder recorder(URI target) {
        return new Recorder(
                new Recorder.Plan(target, folder, 0, Redactor.of(RuleTable.builtIn()), false), written -> {});
    }

    private Recorder recorder() {
        return recorder(URI.create(server.apiRoot()));
    }

    private List<Exchange> recorded() {
        List<Exchange> all = new ArrayList<>();
        Exchanges.read(folder, all::add);
        return all;
    }

    private static Login admin() {
        return server.logins().stream()
                .filter(login -> login.role().equals("account_admin"))
                .findFirst()
                .orElseThrow();
    }

    private static Client loggedIn(Recorder recorder) {
        return new Client(recorder.apiRoot()).login(admin().accountName(), admin().username(), admin().password());
    }

    @Test
    void browsers_of_other_origins_may_ask_the_proxy_what_they_may_ask_the_server() {
        Map<String, String> asks = Map.of(
                "origin", "http://localhost:3000",
                "access-control-request-method", "PUT",
                "access-control-request-headers", "x-auth-token");
        try (Recorder recorder = recorder()) {
            Response direct = new Client(server.apiRoot()).send("OPTIONS", "user_auth", new byte[0], asks);
            Response proxied = new Client(recorder.apiRoot()).send("OPTIONS", "user_auth", new byte[0], asks);
            assertThat(cors(direct)).isNotEmpty();
            assertThat(cors(proxied))
                    .as(proxied.status() + " " + proxied.headers())
                    .isEqualTo(cors(direct));
            assertThat(recorder.written()).as("preflights are no exchanges").isZero();
        }
    }

    private static Map<String, String> cors(Response response) {
        return response.headers().entrySet().stream()
                .filter(header -> header.getKey().startsWith("access-control"))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void the_server_is_asked_what_the_client_asked() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/", call -> {
            asked.add(call.getRequestMethod() + " " + call.getRequestURI() + " "
                    + call.getRequestHeaders().getFirst("accept-encoding") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            call.sendResponseHeaders(202, -1);
            call.close();
        });
        target.start();
        String root = "http://127.0.0.1:" + target.getAddress().getPort() + "/kazoo/v2/";
        try (Recorder recorder = recorder(URI.create(root))) {
            Client client = new Client(recorder.apiRoot());
            Response answer = client.send(
                    "PATCH",
                    "a/%2B1/text%2Fhtml?b=%20c&d",
                    "{}".getBytes(StandardCharsets.UTF_8),
                    Map.of("accept-encoding", "gzip"));
            assertThat(answer.status()).isEqualTo(202);
            assertThat(asked).hasSize(1);
            assertThat(asked.get(0))
                    .startsWith("PATCH /kazoo/v2/a/%2B1/text%2Fhtml?b=%20c&d ")
                    .endsWith(" {}")
                    .doesNotContain("gzip");
            assertThat(recorded()).hasSize(1);
        } finally {
            target.stop(0);
        }
    }

    @Test
    void the_proxy_answers_nobody_about_itself() {
        try (Recorder recorder = recorder()) {
            Client beside = new Client(recorder.apiRoot().replace("/v2/", "/__admin/"));
            assertThat(beside.get("mappings").status()).isEqualTo(401);
            assertThat(beside.json("POST", "mappings", JsonObject.EMPTY).status())
                    .isEqualTo(401);
            assertThat(beside.json("POST", "shutdown", JsonObject.EMPTY).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void an_exchange_is_on_the_disk_when_the_client_has_its_answer_and_a_cut_line_is_passed_over() throws IOException {
        try (Recorder recorder = recorder()) {
            Client client = loggedIn(recorder);
            client.get("accounts/" + admin().accountId());
            assertThat(recorded()).extracting(Exchange::method).containsExactly("PUT", "GET");
            Exchange last = recorded().get(1);
            assertThat(last.status()).isEqualTo(200);
            assertThat(last.path()).isEqualTo("/v2/accounts/" + admin().accountId());
            assertThat(last.requestHeaders().get("x-auth-token")).startsWith("redacted-token-");
        }
        Files.writeString(folder.resolve(Exchanges.FILE), "{\"time\": \"2026-11-", StandardOpenOption.APPEND);
        assertThat(recorded()).hasSize(2);
    }

    @Test
    void writes_change_what_is_known() {
        String account = "accounts/" + admin().accountId() + "/";
        try (Recorder recorder = recorder()) {
            Client client = loggedIn(recorder);
            String kept = made(client, account, "Kept");
            String gone = made(client, account, "Gone");
            client.json("PATCH", account + "menus/" + kept, JsonObject.of("name", Json.of("Changed")));
            client.send("DELETE", account + "menus/" + gone, new byte[0], Map.of());
        }
        RecordedWorld.Made made = RecordedWorld.make(folder);
        try (KazooServer second = KazooServer.builder()
                .port(0)
                .fixture(made.folder().toString())
                .clock(made.until())
                .start()) {
            Client client = new Client(second.apiRoot());
            RecordedWorld.Login login = made.logins().get(0);
            client.login(login.account(), login.username(), RecordedWorld.password());
            assertThat(new String(client.get(account + "menus").body(), StandardCharsets.UTF_8))
                    .contains("\"Changed\"")
                    .doesNotContain("Gone", "Kept");
        }
    }

    private static String made(Client client, String account, String name) {
        Response answer = client.json("PUT", account + "menus", JsonObject.of("name", Json.of(name)));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json() instanceof JsonObject envelope
                ? envelope.object("data").textOr("id", "")
                : "";
    }

    @Test
    void a_recording_is_not_recorded_over() {
        recorder().close();
        assertThatThrownBy(this::recorder)
                .isInstanceOf(UsageError.class)
                .hasMessage("--out: " + folder + " already has a recording; choose another folder");
    }

    @Test
    void a_target_where_nobody_listens_is_unreachable() {
        assertThatThrownBy(() -> recorder(URI.create("http://127.0.0.1:1/v2/")))
                .isInstanceOf(Unreachable.class)
                .hasMessageStartingWith("--target: nobody answers at 127.0.0.1:1 (");
        assertThat(folder.resolve(Exchanges.FILE)).doesNotExist();
    }

    @Test
    void a_target_that_is_none_is_refused() {
        assertThatThrownBy(() -> recorder(URI.create("ftp://kazoo.example.com/")))
                .isInstanceOf(UsageError.class)
                .hasMessage(
                        "--target: 'ftp://kazoo.example.com/' is no address of a server; use https://HOST:PORT/v2/");
    }
}
