package io.github.kazoomock.server.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running mock with the world of the seed documents' samples, to which their exchanges are sent. */
final class SeedServer implements AutoCloseable {
    private static final Pattern NAMED = Pattern.compile("\\{(account|user):([^}]+)}");

    private final KazooServer server =
            KazooServer.builder().port(0).fixture("docs").start();

    /** Back to the world and the time of its start. */
    void reset() {
        server.reset();
        clock("{\"set\":\"2026-05-16T10:20:30Z\",\"frozen\":false}");
    }

    private void clock(String body) {
        Response response = TestClient.of(server).send("POST", "/__admin/clock", body);
        assertThat(response.status()).as(response.text()).isEqualTo(200);
    }

    /** Makes the world fit, sends the request, and compares the reply with the sample if there is one. */
    void check(SeedExchange exchange) {
        for (SeedExchange.Request earlier : exchange.before()) {
            Response made = send(earlier, token(earlier));
            assertThat(made.status()).as(made.text()).isLessThan(300);
        }
        String token = token(exchange.request());
        Response reply = send(exchange.request(), token);
        assertThat(reply.status()).as(reply.text()).isEqualTo(exchange.status());
        JsonObject sample = exchange.reply();
        if (sample != null) {
            JsonObject shown = (JsonObject) Json.parse(filled(sample.toString(), token));
            assertThat(Resemblance.inValues(shown, reply.body(), exchange.status() == 201))
                    .as(reply.text())
                    .isEmpty();
        }
    }

    private String token(SeedExchange.Request request) {
        if (request.at() != 0) {
            clock("{\"set\":" + request.at() + ",\"frozen\":true}");
        }
        Login login = server.logins().stream()
                .filter(known -> known.accountName().equals(request.account()))
                .filter(known -> known.username().equals(request.username()))
                .findFirst()
                .orElseThrow();
        return TestClient.of(server).token(login);
    }

    private Response send(SeedExchange.Request request, String token) {
        TestClient client = TestClient.of(server);
        for (String header : request.headers().keys()) {
            client = client.with(header, filled(request.headers().textOr(header, ""), token));
        }
        String body = request.body() == null ? null : filled(request.body(), token);
        return client.send(request.method(), filled(request.path(), token), body);
    }

    private String filled(String text, String token) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("AUTH_TOKEN", token, "CONFIG_ID", "conferences"));
        name(values, "Parent Account", "PARENT_ACCOUNT_ID", "PARENT_ACCOUNT_NAME", "-");
        name(values, "child account", "ACCOUNT_ID", "ACCOUNT_NAME", "ACCOUNT_REALM");
        name(values, "Child of child account", "CHILD_ACCOUNT", "CHILD_NAME", "CHILD_REALM");
        name(values, "Destination Account", "ACCOUNT_ID_DESTINATION", "-", "-");
        String account = "accounts/" + values.get("ACCOUNT_ID");
        TestClient client = TestClient.of(server).with("X-Auth-Token", token);
        if (text.contains("{PLAN_ID}")) {
            values.put("PLAN_ID", id(client, account + "/services/available?filter_category=base", "name", "People"));
        }
        if (text.contains("{AUDIT_ID}")) {
            values.put("AUDIT_ID", id(client, account + "/services/audit", "status", "completed"));
        }
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return NAMED.matcher(filled).replaceAll(match -> Matcher.quoteReplacement(named(client, account, match)));
    }

    /** {@code {account:Third child}} or {@code {user:cay}}: what an earlier request made. */
    private static String named(TestClient client, String account, MatchResult match) {
        boolean isUser = match.group(1).equals("user");
        return isUser
                ? id(client, account + "/users", "username", match.group(2))
                : id(client, account + "/children", "name", match.group(2));
    }

    private static String id(TestClient client, String list, String key, String value) {
        List<Json> rows = client.get(list).body().array("data").values();
        return rows.stream()
                .map(JsonObject.class::cast)
                .filter(row -> value.equals(row.text(key)))
                .map(row -> row.textOr("id", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + list + ": " + rows));
    }

    /** What the placeholders of the documents stand for in the world of their samples. */
    private void name(Map<String, String> values, String account, String id, String name, String realm) {
        Login login = server.logins().stream()
                .filter(known -> known.accountName().equals(account))
                .findFirst()
                .orElseThrow();
        values.put(id, login.accountId());
        values.put(name, login.accountName());
        values.put(realm, login.realm());
    }

    @Override
    public void close() {
        server.close();
    }
}
