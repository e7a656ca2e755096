package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
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

    private static Map<String, JsonObject> documents(World world) {
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
}
