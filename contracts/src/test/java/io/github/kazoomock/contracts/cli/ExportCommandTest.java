package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Contracts as files: what is written, for whom, and that it is good for something. */
@Timeout(180)
class ExportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... arguments) {
        return Contracts.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void aSecondExportDiffersInNoByte() throws IOException {
        assertThat(run("export", "--noun", "menus", "--out", at("one"))).isZero();
        assertThat(run("export", "--noun", "menus", "--out", at("two"))).isZero();
        Map<String, byte[]> one = files("one");
        Map<String, byte[]> two = files("two");
        assertThat(one.keySet())
                .contains(
                        "pacts/kazoo-client-kazoo.json",
                        "openapi.json",
                        "wiremock/mappings/kazoo.json",
                        "schemas/menus.json");
        assertThat(two.keySet()).isEqualTo(one.keySet());
        one.forEach((name, content) -> assertThat(two.get(name)).as(name).isEqualTo(content));
    }

    @Test
    void whatAConsumerUsesIsWhatItGets() throws IOException {
        assertThat(run("export", "--operation", "menus.get,users.list", "--only", "pact", "--out", at("own")))
                .isZero();
        assertThat(run(
                        "export",
                        "--used-by",
                        at("own/pacts"),
                        "--only",
                        "pact",
                        "--consumer",
                        "portal",
                        "--out",
                        at("used")))
                .isZero();
        JsonObject pact = (JsonObject) Json.parse(Files.readAllBytes(folder.resolve("used/pacts/portal-kazoo.json")));
        Set<String> operations = pact.array("interactions").values().stream()
                .map(each -> ((JsonObject) each).object("comments", "kazoo").textOr("operation", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(operations).containsExactly("menus.get", "users.list");
    }

    @Test
    void nothingIsWrittenForANounThatIsNone() {
        assertThat(run("export", "--noun", "moons", "--out", at("none"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("moons").contains("kazoo-mock operations");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void theWholeContractIsVerifiedAgainstAServerElsewhere() {
        assertThat(run("export", "--only", "pact", "--out", at("whole"))).isZero();
        try (KazooServer elsewhere = KazooServer.builder().port(0).journal(0).start()) {
            int code = run(
                    "verify",
                    at("whole/pacts"),
                    "--target",
                    elsewhere.apiRoot(),
                    "--username",
                    "nora",
                    "--password",
                    "nora",
                    "--account-name",
                    "Copperfield Voice");
            assertThat(code).as(out + "" + err).isZero();
        }
        assertThat(out.toString()).containsPattern("6[0-9][0-9] passed, 0 failed");
    }

    @Test
    void whatIsFoundedWorseThanWantedFails() {
        assertThat(run("export", "--only", "pact", "--operation", "blacklists.list", "--out", at("low")))
                .isZero();
        assertThat(run("verify", at("low/pacts"), "--min-grade", "sheet")).isZero();
        assertThat(run("verify", at("low/pacts"), "--min-grade", "seed")).isEqualTo(ExitCode.MISMATCH);
        assertThat(out.toString()).contains("low grade").contains("source sheet");
        assertThat(run("verify", at("low/pacts"), "--min-grade", "best")).isEqualTo(ExitCode.USAGE);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Map<String, byte[]> files(String name) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
