package io.github.kazoomock.server.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exchange of the seed documents, each in the world of its samples as it was made. */
@Timeout(30)
class SeedTest {
    private static KazooServer server;

    @BeforeAll
    static void start() {
        server = KazooServer.builder().port(0).fixture("docs").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void everyExchangeHasTheWorldToItself() {
        server.reset();
    }

    static Stream<SeedExchange> exchanges() {
        return Stream.of("accounts", "configs").flatMap(SeedExchange::in);
    }

    @ParameterizedTest
    @CsvSource({"accounts,16", "configs,5"})
    void noExchangeOfASeedDocumentIsLeftOut(String document, int exchanges) {
        assertThat(SeedExchange.in(document)).hasSize(exchanges);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void aReplyIsAsTheSampleShows(SeedExchange exchange) {
        exchange.before()
                .forEach(earlier ->
                        assertThat(send(earlier, token(earlier)).status()).isLessThan(300));
        String token = token(exchange.request());
        Response reply = send(exchange.request(), token);
        assertThat(reply.status()).as(reply.text()).isEqualTo(exchange.status());
        JsonObject sample = exchange.reply();
        if (sample != null) {
            JsonObject shown = (JsonObject) Json.parse(filled(sample.toString(), token));
            assertThat(Resemblance.differences(shown, reply.body(), exchange.status() == 201))
                    .as(reply.text())
                    .isEmpty();
        }
    }

    private static String token(SeedExchange.Request request) {
        Login login = server.logins().stream()
                .filter(known -> known.accountName().equals(request.account()))
                .filter(known -> known.username().equals(request.username()))
                .findFirst()
                .orElseThrow();
        return TestClient.of(server).token(login);
    }

    private static Response send(SeedExchange.Request request, String token) {
        TestClient client = TestClient.of(server);
        for (String header : request.headers().keys()) {
            client = client.with(header, filled(request.headers().textOr(header, ""), token));
        }
        String body = request.body() == null ? null : filled(request.body(), token);
        return client.send(request.method(), filled(request.path(), token), body);
    }

    private static String filled(String text, String token) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("AUTH_TOKEN", token, "CONFIG_ID", "conferences"));
        name(values, "Parent Account", "PARENT_ACCOUNT_ID", "PARENT_ACCOUNT_NAME", "-");
        name(values, "child account", "ACCOUNT_ID", "ACCOUNT_NAME", "ACCOUNT_REALM");
        name(values, "Child of child account", "CHILD_ACCOUNT", "CHILD_NAME", "CHILD_REALM");
        name(values, "Destination Account", "ACCOUNT_ID_DESTINATION", "-", "-");
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** What the placeholders of the document stand for in the world of its samples. */
    private static void name(Map<String, String> values, String account, String id, String name, String realm) {
        Login login = server.logins().stream()
                .filter(known -> known.accountName().equals(account))
                .findFirst()
                .orElseThrow();
        values.put(id, login.accountId());
        values.put(name, login.accountName());
        values.put(realm, login.realm());
    }
}
