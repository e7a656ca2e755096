package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.claims;
import static io.github.kazoomock.server.AuthServer.json;
import static io.github.kazoomock.server.AuthServer.md5;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Crossbar;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.crossbar.Quotes;
import io.github.kazoomock.server.journal.Journals;
import io.github.kazoomock.server.nouns.Nouns;
import io.github.kazoomock.server.sandbox.Blueprint;
import io.github.kazoomock.server.sandbox.Profile;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.sandbox.Sandboxes;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Logins that go by a telephone number or the pin of a conference; without a socket, documents made by hand. */
class PinsAndNumbersTest {
    private static final Instant NOW = Instant.parse("2026-05-16T10:20:30Z");

    private final Tokens tokens = new Tokens();
    private final OperationTable table = new OperationTable(Nouns.all(SchemaRegistry.bundled(), tokens));
    private final Transaction world = new Transaction(World.empty(table.indexes(), 1), NOW);

    PinsAndNumbersTest() {
        put("hub", "account", "hub", json("{'name': 'Hub'}"), JsonObject.EMPTY);
        put("hub", "user", "ann", json("{'username': 'ann'}"), Passwords.digests("ann", "ann"));
    }

    private void put(String account, String type, String id, JsonObject open, JsonObject hidden) {
        world.put(account, Document.create(id, type, open, hidden, NOW));
    }

    private void number(String number, String state) {
        put("hub", "phone_number", number, JsonObject.EMPTY, JsonObject.of("pvt_state", Json.of(state)));
    }

    private Answer ask(String path, String data) {
        Blueprint blueprint = new Blueprint(Profile.KAZOO_5, Set.of(), true, 1, world.world());
        Sandbox sandbox =
                new Sandboxes(blueprint, new SandboxClock(NOW, () -> NOW), List.of(), () -> NOW, Journals.off()).main();
        byte[] body = JsonObject.of("data", json(data)).utf8();
        Map<String, List<String>> headers = Map.of("content-type", List.of("application/json"));
        Incoming in = new Incoming("PUT", "", "/v2/" + path, null, headers, body, List.of(), "127.0.0.1");
        return new Crossbar(table, new Identities(tokens), Quotes.NONE).answer(in, sandbox);
    }

    private Answer logIn(String number) {
        return ask("user_auth", "{'credentials': '" + md5("ann") + "', 'phone_number': '" + number + "'}");
    }

    @Test
    void aNumberLeadsToItsAccount() {
        number("+14158867900", "in_service");

        assertThat(logIn("415-886-7900").status()).isEqualTo(201);
        assertThat(logIn("+14158867900").status()).isEqualTo(201);
        assertThat(logIn("+14158867901").status()).isEqualTo(401);
    }

    @Test
    void numbersThatNobodyCanCallLeadNowhere() {
        number("+14158867900", "available");
        number("+14158867901", "port_in");
        number("+14158867902", "reserved");

        assertThat(logIn("+14158867900").status()).isEqualTo(401);
        assertThat(logIn("+14158867901").status()).isEqualTo(201);
        assertThat(logIn("+14158867902").status()).isEqualTo(201);
    }

    @Test
    void numbersOfDisabledAccountsLeadNowhere() {
        number("+14158867900", "in_service");
        put("hub", "account", "hub", json("{'name': 'Hub'}"), json("{'pvt_enabled': false}"));

        assertThat(logIn("+14158867900").status()).isEqualTo(401);
    }

    @Test
    void aConferencePinLetsIntoItsAccount() {
        put("hub", "conference", "c1", json("{'member': {'pins': ['1234']}}"), JsonObject.EMPTY);
        put("hub", "conference", "c2", json("{'moderator': {'pins': ['9876']}}"), JsonObject.EMPTY);

        Answer member = ask("pin_auth", "{'pin': '1234', 'account_name': 'hub'}");
        JsonObject envelope = (JsonObject) Json.parse(member.body());
        assertThat(member.status()).isEqualTo(201);
        assertThat(member.headers()).containsEntry("location", "/v2/pin_auth/hub");
        assertThat(envelope.object("data").text("account_name")).isEqualTo("Hub");
        assertThat(envelope.object("data").has("owner_id")).isFalse();
        assertThat(claims(envelope.textOr("auth_token", "")).text("method")).isEqualTo("cb_pin_auth");
        assertThat(ask("pin_auth", "{'pin': '9876', 'account_name': 'hub'}").status())
                .isEqualTo(201);
        assertThat(ask("pin_auth", "{'pin': '0000', 'account_name': 'hub'}").status())
                .isEqualTo(401);
        assertThat(ask("pin_auth", "{'pin': '1234'}").status()).isEqualTo(401);
    }
}
