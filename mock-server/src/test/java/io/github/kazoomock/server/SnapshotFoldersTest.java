package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot goes into a folder that can be read, compared and committed, and comes back as it was. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotFoldersTest {
    private static final Login MADE = new Login("user", "Harbor Dental Group", "", "", "ab", "c", "");

    private final KazooServer server =
            KazooServer.builder().port(0).fixture("demo").start();
    private Path folder = Path.of("");
    private Path exported = Path.of("");

    @BeforeAll
    void keepAChangedWorld(@TempDir Path empty) {
        folder = empty;
        exported = folder.resolve("monday");
        TestClient grace = TestClient.loggedIn(server, "grace");
        assertThat(grace.put("account/users", json("{'first_name':'A','last_name':'B','username':'ab','password':'c'}"))
                        .status())
                .isEqualTo(201);
        assertThat(grace.put("account", json("{'name':'Grand & Child'}")).status())
                .isEqualTo(201);
        assertThat(admin(server, "snapshots", "{'name':'monday'}").status()).isEqualTo(201);
        assertThat(export("", "monday", exported).status()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void comesBackInAnotherServerWithEveryDocumentAndLogin() {
        try (KazooServer other = KazooServer.builder().port(0).fixture("empty").start()) {
            assertThat(imported(other, "", "again", exported).status()).isEqualTo(201);
            assertThat(admin(other, "snapshots/again/restore", "").status()).isEqualTo(200);
            assertThat(SavedWorldTest.documents(other.world())).isEqualTo(SavedWorldTest.documents(server.world()));
            assertThat(ofTheSystem(other.world())).isEqualTo(ofTheSystem(server.world()));
            assertThat(other.world().sequence()).isEqualTo(server.world().sequence());
            assertThat(TestClient.of(other).login(MADE).get("account").data().text("name"))
                    .isEqualTo("Harbor Dental Group");
        }
    }

    @Test
    void comesBackInAnotherSandboxAndIsTheSameFilesWhenItIsExportedAgain() throws IOException {
        admin(server, "sandboxes", "{'name':'two','fixture':'empty'}");
        assertThat(imported(server, "sandboxes/two/", "mine", exported).body().integer(0, "accounts"))
                .isEqualTo(server.world().accounts().size());
        admin(server, "sandboxes/two/snapshots/mine/restore", "");
        Path second = folder.resolve("again");
        Response done = export("sandboxes/two/", "mine", second);
        assertThat(done.body().text("folder")).isEqualTo(second.toString());
        assertThat(files(second)).isEqualTo(files(exported));
        String root = server.apiRoot().replace("/v2/", "/sandboxes/two/v2/");
        assertThat(TestClient.at(root).login(MADE).get("account/users").status())
                .isEqualTo(200);
    }

    @Test
    void changesOnlyTheFileOfWhatChanged() throws IOException {
        admin(server, "sandboxes", "{'name':'three','sandbox':'default'}");
        String root = server.apiRoot().replace("/v2/", "/sandboxes/three/v2/");
        assertThat(TestClient.at(root)
                        .login(MADE)
                        .post("account/configs/conferences", json("{'pin_timeout':3000}"))
                        .status())
                .isEqualTo(200);
        admin(server, "sandboxes/three/snapshots", "{'name':'later'}");
        Path later = folder.resolve("later");
        export("sandboxes/three/", "later", later);
        Map<String, String> before = files(exported);
        assertThat(files(later).entrySet().stream()
                        .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                        .map(Map.Entry::getKey))
                .allMatch(file -> file.endsWith("configs.json") || file.equals("fixture.json"))
                .isNotEmpty();
    }

    @Test
    void replacesAnEarlierExportAndNothingElse() throws IOException {
        Path twice = folder.resolve("twice");
        assertThat(export("", "monday", twice).status()).isEqualTo(200);
        assertThat(export("", "monday", twice).status()).isEqualTo(200);
        Path photos = Files.createDirectories(folder.resolve("photos"));
        Files.writeString(photos.resolve("cat.txt"), "a cat");
        Response refused = export("", "monday", photos);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().text("message")).startsWith("folder: ").contains(photos.toString());
        assertThat(files(photos)).containsOnlyKeys("cat.txt");
    }

    @Test
    void complainsOfWhatIsNoFixture() {
        for (String none : List.of(folder.resolve("nowhere").toString(), "demo", "")) {
            Response refused = admin(
                    server,
                    "snapshots",
                    JsonObject.of("name", Json.of("x"), "folder", Json.of(none)).toString());
            assertThat(refused.status()).as(none).isEqualTo(400);
            assertThat(refused.body().text("message")).startsWith("folder: ");
        }
        assertThat(admin(server, "snapshots/monday/export", "").body().text("message"))
                .startsWith("folder: say where to");
        assertThat(export("", "tuesday", exported).status()).isEqualTo(404);
    }

    private Response export(String sandbox, String name, Path to) {
        String body = JsonObject.of("folder", Json.of(to.toString())).toString();
        return admin(server, sandbox + "snapshots/" + name + "/export", body);
    }

    private static Response imported(KazooServer into, String sandbox, String name, Path from) {
        return admin(
                into,
                sandbox + "snapshots",
                JsonObject.of("name", Json.of(name), "folder", Json.of(from.toString()))
                        .toString());
    }

    private static Response admin(KazooServer server, String path, String body) {
        return TestClient.of(server).send("POST", "/__admin/" + path, body.isEmpty() ? null : body.replace('\'', '"'));
    }

    private static Map<String, JsonObject> ofTheSystem(World world) {
        Map<String, JsonObject> documents = new HashMap<>();
        for (Document document : world.systemDocuments("system_config")) {
            documents.put(document.id(), document.open());
        }
        return documents;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
