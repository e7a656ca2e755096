package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A world that was saved goes on where it stopped. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SavedWorldTest {
    @TempDir
    private Path folder;

    static Map<String, JsonObject> documents(World world) {
        Map<String, JsonObject> documents = new TreeMap<>();
        for (Account account : world.accounts().values()) {
            for (String type : account.shelves().keySet()) {
                for (Document document : account.shelf(type).values()) {
                    documents.put(
                            account.id() + "/" + type + "/" + document.id(),
                            document.open().plus(document.hidden()));
                }
            }
        }
        return documents;
    }

    @Test
    void hasEveryDocumentAgainAndMakesNoIdTwice() {
        Path saved = folder.resolve("world");
        Map<String, JsonObject> before;
        try (KazooServer first =
                KazooServer.builder().port(0).fixture("demo").save(saved).start()) {
            TestClient grace = TestClient.loggedIn(first, "grace");
            assertThat(grace.put(
                                    "account/users",
                                    json("{'first_name':'A','last_name':'B','username':'ab','password':'c'}"))
                            .status())
                    .isEqualTo(201);
            assertThat(grace.put("account", json("{'name':'Grand & Child'}")).status())
                    .isEqualTo(201);
            assertThat(grace.post("account/configs/conferences", json("{'pin_timeout':3000}"))
                            .status())
                    .isEqualTo(200);
            before = documents(first.world());
        }
        try (KazooServer second =
                KazooServer.builder().port(0).fixture(saved.toString()).start()) {
            assertThat(documents(second.world())).isEqualTo(before);
            Login ab = new Login("user", "Harbor Dental Group", "", "", "ab", "c", "");
            TestClient again = TestClient.of(second).login(ab);
            assertThat(again.get("account/configs/conferences").data().integer(0, "pin_timeout"))
                    .isEqualTo(3000);
            String made = again.put("account/users", json("{'first_name':'C','last_name':'D'}"))
                    .data()
                    .text("id");
            assertThat(before.keySet()).noneMatch(key -> key.endsWith("/" + made));
            assertThat(again.get("account/users?paginate=false")
                            .body()
                            .array("data")
                            .size())
                    .isEqualTo(5);
        }
    }

    @Test
    void hasTheFilesOfItsDocumentsAgain() throws IOException {
        Path written = folder.resolve("written");
        Path acme = Files.createDirectories(written.resolve("acme/attachments"));
        Files.writeString(written.resolve("fixture.json"), "{}");
        Files.writeString(acme.resolve("face.png"), "no picture");
        Files.writeString(written.resolve("acme/account.json"), "{\"name\":\"Acme\",\"realm\":\"acme.example.com\"}");
        Files.writeString(
                written.resolve("acme/users.json"),
                json("{'ann':{'first_name':'Ann','last_name':'Bee','_attachments':{"
                                + "'face':{'content_type':'image/png','file':'attachments/face.png'},"
                                + "'name.wav':{'sound':{'melody':'A4 B4','seconds':1}}}}}")
                        .toString());
        Path saved = folder.resolve("world");
        Map<String, Attachment> before;
        try (KazooServer first = KazooServer.builder()
                .port(0)
                .fixture(written.toString())
                .save(saved)
                .start()) {
            before = files(first.world());
        }
        try (KazooServer second =
                KazooServer.builder().port(0).fixture(saved.toString()).start()) {
            Map<String, Attachment> again = files(second.world());
            assertThat(again).containsOnlyKeys("face", "name.wav");
            again.forEach((name, file) -> {
                Attachment other = requireNonNull(before.get(name));
                assertThat(file.contentType()).isEqualTo(other.contentType());
                assertThat(file.bytes()).isEqualTo(other.bytes());
            });
            assertThat(requireNonNull(again.get("face")).bytes()).asString().isEqualTo("no picture");
            assertThat(requireNonNull(again.get("name.wav")).bytes()).hasSize(44 + 16_000);
        }
    }

    private static Map<String, Attachment> files(World world) {
        Map<String, Attachment> files = new TreeMap<>();
        world.accounts()
                .values()
                .forEach(account -> account.shelf("user").values().forEach(user -> files.putAll(user.attachments())));
        return files;
    }
}
