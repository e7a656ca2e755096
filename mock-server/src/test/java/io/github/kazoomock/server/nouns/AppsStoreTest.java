package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void whatAnAppLacksIsFilledInAndUnpublishedOnesAreTheMastersAlone(@TempDir Path folder) throws IOException {
        Path world = Office.world(
                folder,
                "top/apps.json",
                "{'a':{'name':'open'},'b':{'name':'shut','published':false}}",
                "top/child/account.json",
                "{'name':'Child','realm':'child.example.com'}");
        try (Office top = Office.of(world)) {
            assertThat(rows(top.get("apps_store")))
                    .extracting(app -> app.text("name"))
                    .containsExactly("shut", "open");
            String child = top.child();
            List<JsonObject> apps = rows(top.client().get("accounts/" + child + "/apps_store"));
            assertThat(apps).hasSize(1);
            assertThat(apps.get(0).without("id"))
                    .isEqualTo(json("{'name':'open','tags':[],'users':[],'masqueradable':true,'account_id':'"
                            + top.account() + "'}"));
        }
    }

    private static List<JsonObject> rows(Response list) {
        assertThat(list.status()).isEqualTo(200);
        return list.body().array("data").values().stream()
                .map(row -> (JsonObject) row)
                .toList();
    }
}
