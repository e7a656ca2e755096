package io.github.kazoomock.server.nouns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AppsStoreTest {
    private static Office newest;
    private static Office older;

    @BeforeAll
    static void open() {
        newest = new Office("kazoo-5");
        older = new Office("kazoo-5.0");
    }

    @AfterAll
    static void close() {
        newest.close();
        older.close();
    }

    @Test
    void everyAccountSeesTheAppsOfTheMasterByNameFromTheLast() {
        List<JsonObject> apps = rows(newest.get("apps_store"));
        assertThat(apps.stream().map(app -> app.textOr("name", "")))
                .contains("voip", "callflows", "accounts")
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(apps)
                .extracting(app -> app.text("account_id"))
                .containsOnly(newest.login("admin").accountId());
    }

    @Test
    void anAppHasWhatAScreenNeedsToShowIt() {
        for (JsonObject app : rows(newest.get("apps_store"))) {
            assertThat(app.keys())
                    .contains(
                            "id", "name", "i18n", "tags", "users", "allowed_users", "masqueradable", "author", "price");
            assertThat(app.text("i18n", "en-US", "label")).isNotEmpty();
        }
    }

    @Test
    void kazoo50ShowsTwelveKeysAtMost() {
        for (JsonObject app : rows(older.get("apps_store"))) {
            assertThat(app.keys())
                    .isSubsetOf(
                            "id",
                            "name",
                            "i18n",
                            "tags",
                            "api_url",
                            "source_url",
                            "account_id",
                            "users",
                            "allowed_users",
                            "masqueradable",
                            "phase",
                            "extends")
                    .contains("users", "tags", "masqueradable");
        }
    }

    @Test
    void theListIsNotPaged() {
        Response list = newest.get("apps_store?page_size=1");
        assertThat(list.body().has("page_size")).isFalse();
        assertThat(rows(list)).hasSizeGreaterThan(1);
    }

    @Test
    void ordinaryUsersSeeTheListToo() {
        assertThat(newest.as("milo").get("apps_store").status()).isEqualTo(200);
    }

    private static List<JsonObject> rows(Response list) {
        assertThat(list.status()).isEqualTo(200);
        return list.body().array("data").values().stream()
                .map(row -> (JsonObject) row)
                .toList();
    }
}
