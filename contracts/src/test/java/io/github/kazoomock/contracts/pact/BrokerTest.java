package io.github.kazoomock.contracts.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A small broker that speaks HAL as the real one does, below a path of its own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BrokerTest {
    private static final String BASIC = "Basic Z3JhY2U6c2VjcmV0";
    private static final Broker.Wanted USUAL =
            new Broker.Wanted("kazoo mock", List.of(JsonObject.of("mainBranch", Json.of(true))), false, "");

    private final List<String> seen = new ArrayList<>();
    private HttpServer server;
    private URI address;
    private String wanted = "";
    private String pending = "false";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/broker/");
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void follows_the_links_and_sends_selectors() {
        List<PactInteraction> found = new Broker(new BrokerCredentials.None())
                .fetch(
                        address,
                        new Broker.Wanted(
                                "kazoo mock",
                                List.of(
                                        JsonObject.of("branch", Json.of("next"), "consumer", Json.of("portal")),
                                        JsonObject.of("deployedOrReleased", Json.of(true))),
                                true,
                                "main"))
                .interactions();
        assertThat(found).extracting(PactInteraction::consumer).containsExactly("portal", "portal", "old-portal");
        assertThat(found.get(0).source()).isEqualTo(address + "pacts/v4");
        assertThat(seen)
                .containsExactly(
                        "GET /broker/",
                        "POST /broker/pacts/provider/kazoo%20mock/for-verification {\"consumerVersionSelectors\":"
                                + "[{\"branch\":\"next\",\"consumer\":\"portal\"},{\"deployedOrReleased\":true}],"
                                + "\"includePendingStatus\":true,\"providerVersionBranch\":\"main\"}",
                        "GET /broker/pacts/v4",
                        "GET /broker/pacts/v2");
    }

    @Test
    void pending_pacts_are_pending_in_all_interactions() {
        pending = "true";
        assertThat(new Broker(new BrokerCredentials.None())
                        .fetch(address, USUAL)
                        .interactions())
                .extracting(PactInteraction::isPending)
                .containsExactly(true, true, false);
    }

    @Test
    void lets_in_who_has_the_credentials() {
        wanted = BASIC;
        assertThat(new Broker(new BrokerCredentials.Basic("grace", "secret"))
                        .fetch(address, USUAL)
                        .interactions())
                .hasSize(3);
        wanted = "Bearer t0ken";
        assertThat(new Broker(new BrokerCredentials.Bearer("t0ken"))
                        .fetch(address, USUAL)
                        .interactions())
                .hasSize(3);
        assertThatThrownBy(() -> new Broker(new BrokerCredentials.Basic("grace", "secret")).fetch(address, USUAL))
                .isInstanceOf(Unreachable.class)
                .hasMessage(address + " does not let us in (401); set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and"
                        + " PACT_BROKER_PASSWORD");
    }

    @Test
    void credentials_go_to_the_broker_only() throws IOException {
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> authorizations = new ArrayList<>();
        elsewhere.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            reply(exchange, 200, resource("v2.json"));
        });
        elsewhere.start();
        try {
            server.removeContext("/");
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                reply(
                        exchange,
                        200,
                        path.equals("/broker/")
                                ? index()
                                : "{\"_embedded\":{\"pacts\":[{\"_links\":{\"self\":{\"href\":\"http://127.0.0.1:"
                                        + elsewhere.getAddress().getPort() + "/pact\"}}}]}}");
            });
            assertThat(new Broker(new BrokerCredentials.Basic("grace", "secret"))
                            .fetch(address, USUAL)
                            .interactions())
                    .hasSize(1);
            assertThat(authorizations).containsExactly("null");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void an_address_may_be_a_pact_itself() {
        assertThat(new Broker(new BrokerCredentials.None())
                        .fetch(address.resolve("pacts/v2"), USUAL)
                        .interactions())
                .hasSize(1);
    }

    @Test
    void says_what_is_wrong_with_an_address() {
        Broker broker = new Broker(new BrokerCredentials.None());
        assertThatThrownBy(() -> broker.fetch(address.resolve("nothing"), USUAL))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("nothing answers 404; give the address of a broker or a pact");
        assertThatThrownBy(() -> broker.fetch(address.resolve("text"), USUAL))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("is it a Pact Broker?");
        assertThatThrownBy(() -> broker.fetch(address.resolve("object"), USUAL))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("is neither a Pact Broker");
        assertThatThrownBy(() -> broker.fetch(address.resolve("moved"), USUAL))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("answers 302 and points to http://elsewhere.example/; give that address");
        assertThatThrownBy(() -> broker.fetch(address, new Broker.Wanted("asterisk", List.of(), false, "")))
                .isInstanceOf(UsageError.class)
                .hasMessage("the broker " + address + " knows no provider 'asterisk'; say with --provider how it calls"
                        + " KAZOO");
        assertThatThrownBy(() -> broker.fetch(address.resolve("ill"), USUAL))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("is ill: it answers 503");
    }

    @Test
    void says_when_nobody_is_there() {
        server.stop(0);
        assertThatThrownBy(() -> new Broker(new BrokerCredentials.None()).fetch(address, USUAL))
                .isInstanceOf(Unreachable.class)
                .hasMessageStartingWith(address + " does not answer");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!wanted.isEmpty() && !wanted.equals(authorization)) {
            reply(exchange, 401, "{}");
            return;
        }
        switch (path) {
            case "/broker/" -> reply(exchange, 200, index());
            case "/broker/pacts/provider/kazoo%20mock/for-verification" ->
                reply(
                        exchange,
                        200,
                        "{\"_embedded\":{\"pacts\":[{\"shortDescription\":\"latest\","
                                + "\"verificationProperties\":{\"pending\":" + pending + "},\"_links\":{\"self\":"
                                + "{\"href\":\"" + address + "pacts/v4\"}}},"
                                + "{\"_links\":{\"self\":{\"href\":\"/broker/pacts/v2\"}}}]}}");
            case "/broker/pacts/v4" -> reply(exchange, 200, resource("v4.json"));
            case "/broker/pacts/v2" -> reply(exchange, 200, resource("v2.json"));
            case "/broker/text" -> reply(exchange, 200, "<html>");
            case "/broker/object" -> reply(exchange, 200, "{}");
            case "/broker/ill" -> reply(exchange, 503, "");
            case "/broker/moved" -> {
                exchange.getResponseHeaders().add("Location", "http://elsewhere.example/");
                reply(exchange, 302, "");
            }
            default -> reply(exchange, 404, "{}");
        }
    }

    private String index() {
        return "{\"_links\":{\"self\":{\"href\":\"" + address + "\"},\"pb:provider-pacts-for-verification\":"
                + "{\"href\":\"" + address + "pacts/provider/{provider}/for-verification\",\"templated\":true}}}";
    }

    private static String resource(String name) {
        try {
            return Files.readString(PactReadingTest.resource(name));
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/hal+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
