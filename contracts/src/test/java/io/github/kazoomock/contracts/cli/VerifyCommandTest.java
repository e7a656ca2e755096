package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pact files of {@code pacts} against the mock. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class VerifyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void verifies_files_of_all_versions() {
        Path states = file("states.json", "{\"the menus of the docs\": {\"fixture\": \"docs\"}}");
        assertThat(run("verify", pact("v2.json"), pact("v3.json"), pact("v4.json"), "--states", states.toString()))
                .as(out.toString() + err)
                .isZero();
        assertThat(out.toString())
                .startsWith("verify: 4 interactions of old-portal, portal against the mock (fixture demo,"
                        + " profile kazoo-5)\n\n"
                        + "ACCEPTED  wishes for colours (menus.get): pending in its pact\n"
                        + "  missing field: response body /data/colour: expected string\n\n"
                        + "3 passed, 0 failed, 1 accepted in ");
    }

    @Test
    void names_every_mismatch() throws Exception {
        Path json = folder.resolve("report.json");
        assertThat(run("verify", pact("broken.json"), "--format", "json", "--output", json.toString()))
                .isEqualTo(1);
        JsonObject report = (JsonObject) Json.parse(Files.readAllBytes(json));
        for (Json each : report.array("cases")) {
            JsonObject one = (JsonObject) each;
            assertThat(one.text("verdict")).isEqualTo("failed");
            assertThat(one.array("findings").values())
                    .as(one.toString())
                    .extracting(finding ->
                            ((JsonObject) finding).text("kind") + ": " + ((JsonObject) finding).text("where"))
                    .containsExactly(one.text("name"));
        }
        assertThat(report.object("counts").integer(0, "failed")).isEqualTo(14);
        assertThat(out.toString()).contains("0 passed, 14 failed").doesNotContain("dius", "Exception", "\tat ");
    }

    @Test
    void an_unknown_state_is_told_with_what_to_do() {
        run("verify", pact("broken.json"));
        assertThat(out.toString())
                .contains("unknown provider state: provider state \"the moon is full\": got nobody knows"
                        + " what it stands for; say it with --states FILE, as {\"the moon is full\": {...}} with fixture,"
                        + " snapshot, documents, account_id, login, things, or give the state such parameters");
    }

    @Test
    void a_state_named_as_a_fixture_is_that_fixture() {
        Path pact = file("one.json", v3("docs", "", "/v2/accounts/x", 401));
        assertThat(run("verify", pact.toString())).as(out.toString()).isZero();
        Path other = file("two.json", v3("dogs", "", "/v2/accounts/x", 401));
        assertThat(run("verify", other.toString())).isEqualTo(1);
    }

    @Test
    void a_state_may_be_a_document_and_a_snapshot() throws Exception {
        String documents =
                "\"login\": \"account_admin\", \"documents\": [{\"noun\": \"menus\", \"data\": {\"name\": \"Put\"},"
                        + " \"as\": \"MENU_ID\"}]";
        Path pact = file("one.json", v3("a document", documents, "/v2/accounts/${ACCOUNT_ID}/menus/${MENU_ID}", 200));
        assertThat(run("verify", pact.toString())).as(out.toString()).isZero();

        Path snapshots = Files.createDirectories(folder.resolve("snapshots"));
        Path monday = file("three.json", v3("monday", "\"snapshot\": \"monday\"", "/v2/accounts/x", 401));
        assertThat(run("verify", monday.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("--snapshots DIR");
        assertThat(run("verify", monday.toString(), "--snapshots", snapshots.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("there is no snapshot 'monday' in " + snapshots);
        io.github.kazoomock.server.KazooServer mock = io.github.kazoomock.server.KazooServer.builder()
                .port(0)
                .fixture("empty")
                .start();
        mock.save(snapshots.resolve("monday"));
        mock.close();
        assertThat(run("verify", monday.toString(), "--snapshots", snapshots.toString()))
                .as(out.toString())
                .isZero();
    }

    @Test
    void interactions_do_not_see_each_other() {
        String interactions = "";
        for (int i = 0; i < 3; i++) {
            interactions +=
                    (i > 0 ? "," : "") + "{\"description\": \"n" + i + "\", \"providerStates\": [{\"name\": \"s\","
                            + " \"params\": {\"login\": \"account_admin\"}}], \"request\": {\"method\": \"PUT\", \"path\": \"/x\","
                            + " \"headers\": {\"X-Auth-Token\": \"t\", \"Content-Type\": \"application/json\"},"
                            + " \"body\": {\"data\": {\"name\": \"same\", \"mac_address\": \"00:11:22:33:44:55\"}}, \"generators\":"
                            + " {\"path\": {\"type\": \"ProviderState\", \"expression\":"
                            + " \"/v2/accounts/${ACCOUNT_ID}/devices\"}, \"header\": {\"X-Auth-Token\":"
                            + " {\"type\": \"ProviderState\", \"expression\": \"${AUTH_TOKEN}\"}}}},"
                            + " \"response\": {\"status\": 201}}";
        }
        Path pact = file(
                "one.json",
                "{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"}, \"interactions\": [" + interactions
                        + "], \"metadata\": {\"pactSpecification\": {\"version\": \"3.0.0\"}}}");
        assertThat(run("verify", pact.toString())).as(out.toString()).isZero();
    }

    @Test
    void nothing_to_try_is_no_success() {
        Path empty = file(
                "empty.json",
                "{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"}, \"interactions\": []}");
        assertThat(run("verify", empty.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("kazoo-mock contracts: " + empty + " has no interactions, so there is nothing to try\n");
        assertThat(run("verify")).isEqualTo(2);
        assertThat(run("verify", pact("v4.json"), "--consumer", "nobody")).isEqualTo(2);
        assertThat(err.toString()).endsWith("--consumer nobody fits no interaction; there are those of portal\n");
        assertThat(run("verify", pact("v4.json"), "--operation", "menus.list")).isEqualTo(2);
        assertThat(err.toString())
                .endsWith("--operation menus.list fits no interaction; there are those of menus.get\n");
        assertThat(run("verify", pact("v2.json"), "--operation", "menus.list")).isEqualTo(2);
        assertThat(err.toString()).endsWith("--operation menus.list fits no interaction; there are none that say\n");
        assertThat(run("verify", pact("v4.json"), "--provider", "asterisk")).isEqualTo(2);
    }

    @Test
    void only_what_is_asked_for_is_tried() {
        assertThat(run("verify", pact("v2.json"), pact("v4.json"), "--operation", "menus", "--consumer", "portal"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("1 passed, 0 failed, 1 accepted");
    }

    @Test
    void what_cannot_be_read_is_told_by_name() {
        Path text = file("text.json", "hello");
        assertThat(run("verify", text.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("kazoo-mock contracts: the pact " + text + " cannot be read: ");
        Path states = file("states.json", "{\"a\": {\"fixtur\": \"docs\"}}");
        assertThat(run("verify", pact("v2.json"), "--states", states.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .endsWith("--states " + states + " \"a\" has \"fixtur\"; it may have fixture, snapshot, documents,"
                        + " account_id, login, things\n");
        assertThat(run("verify", pact("v2.json"), "--fixture", "nowhere")).isEqualTo(2);
    }

    @Test
    void a_broker_that_is_not_there_has_a_code_of_its_own() {
        assertThat(run("verify", "http://127.0.0.1:1/broker")).isEqualTo(4);
        assertThat(err.toString()).startsWith("kazoo-mock contracts: http://127.0.0.1:1/broker does not answer");
        assertThat(run("verify", "http://grace:secret@127.0.0.1:1/")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("secret");
        assertThat(run("verify", "http://127.0.0.1:1/", "--selector", "main")).isEqualTo(2);
        assertThat(err.toString()).endsWith("--selector main: 'main' is not written as key=value\n");
        assertThat(run("verify", "http://127.0.0.1:1/", "--pending")).isEqualTo(2);
    }

    private int run(String... arguments) {
        return Contracts.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String v3(String state, String params, String path, int status) {
        String generators = path.contains("$")
                ? ", \"generators\": {\"path\": {\"type\": \"ProviderState\", \"expression\": \"" + path
                        + "\"}, \"header\": {\"X-Auth-Token\": {\"type\": \"ProviderState\", \"expression\":"
                        + " \"${AUTH_TOKEN}\"}}}"
                : "";
        return "{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"}, \"interactions\": [{\"description\":"
                + " \"d\", \"providerStates\": [{\"name\": \"" + state + "\", \"params\": {" + params + "}}],"
                + " \"request\": {\"method\": \"GET\", \"path\": \"" + path.replaceAll("[${}]", "")
                + "\", \"headers\": {\"X-Auth-Token\": \"none\"}"
                + generators + "}, \"response\": {\"status\": " + status
                + "}}], \"metadata\": {\"pactSpecification\": {\"version\": \"3.0.0\"}}}";
    }

    static String pact(String name) {
        try {
            return Path.of(Objects.requireNonNull(
                                    VerifyCommandTest.class.getResource("/io/github/kazoomock/contracts/pacts/" + name))
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
