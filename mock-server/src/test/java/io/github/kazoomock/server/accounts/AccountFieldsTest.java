package io.github.kazoomock.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.accounts.Waters.Setup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class AccountFieldsTest {
    private static final List<String> COMPUTED = List.of(
            "created",
            "enabled",
            "superduper_admin",
            "wnm_allow_additions",
            "is_reseller",
            "reseller_id",
            "billing_mode");

    private static Waters waters;

    @BeforeAll
    static void start(@TempDir Path folder) {
        waters = Waters.start(folder);
    }

    @AfterAll
    static void stop() {
        waters.close();
    }

    @Test
    void computedFieldsStandInDataAndMetadataWithTheSameValues() {
        Response account = waters.read("Brook", "River");
        assertThat(account.data().keys()).containsAll(COMPUTED).doesNotHaveDuplicates();
        JsonObject metadata = account.body().object("metadata");
        COMPUTED.forEach(key ->
                assertThat(metadata.get(key)).as(key).isEqualTo(account.data().get(key)));
        assertThat(metadata.keys()).contains("id", "modified");
        assertThat(account.data().isTrue("enabled")).isTrue();
        assertThat(account.header("etag")).isEqualTo('"' + account.body().text("revision") + '"');
    }

    @Test
    void kazoo50HasThemInDataOnly(@TempDir Path folder) {
        try (Waters old = new Setup().profile("kazoo-5.0").start(folder)) {
            Response account = old.read("Brook", "River");
            assertThat(account.data().keys()).containsAll(COMPUTED);
            assertThat(account.body().has("metadata")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Ocean, Puddle, Ocean, limits_only",
        "Puddle, Puddle, Ocean, normal",
        "River, River, Ocean, normal",
        "River, Brook, River, limits_only",
        "Brook, Brook, River, manual",
        "Ocean, Brook, River, manual",
        "Brook, Drop, River, manual",
        "Ocean, Ocean, Ocean, limits_only"
    })
    void theResellerIsTheNearestAboveAndTheBillingModeDependsOnWhoReads(
            String reader, String account, String reseller, String mode) {
        JsonObject data = waters.read(account, reader).data();
        assertThat(data.text("reseller_id")).isEqualTo(waters.id(reseller));
        assertThat(data.text("billing_mode")).isEqualTo(mode);
    }

    @Test
    void theMasterAndMarkedAccountsAreResellers(@TempDir Path folder) {
        try (Waters bare =
                new Setup().account("Ocean", "pvt_reseller", Json.of(false)).start(folder)) {
            assertThat(bare.read("Ocean", "Ocean").data().isTrue("is_reseller")).isTrue();
            assertThat(bare.read("Puddle", "Ocean").data().text("reseller_id")).isEqualTo(bare.id("Ocean"));
            assertThat(bare.read("River", "Ocean").data().isTrue("is_reseller")).isTrue();
            assertThat(bare.read("Brook", "Ocean").data().isTrue("is_reseller")).isFalse();
        }
    }

    @Test
    void descendantsAreCountedWhereThereAreAny() {
        assertThat(waters.read("Brook", "Ocean").data().integer(0, "descendants_count"))
                .isEqualTo(2);
        assertThat(waters.read("Drop", "Ocean").data().has("descendants_count")).isFalse();
        assertThat(waters.read("Brook", "Ocean").body().object("metadata").has("descendants_count"))
                .isFalse();
    }

    @Test
    void theApiKeyIsShownOnRequest() {
        Response plain = waters.read("Brook", "Brook");
        assertThat(plain.data().has("api_key")).isFalse();
        Response asked = waters.as("Brook").get(waters.path("Brook") + "?include_api_key=true");
        assertThat(asked.data().text("api_key")).isEqualTo(waters.apiKey("Brook"));
        assertThat(asked.body().text("metadata", "api_key")).isEqualTo(waters.apiKey("Brook"));
    }

    @Test
    void theApiKeyIsAlwaysShownWhereTheSystemSaysSo(@TempDir Path folder) {
        Setup setup = new Setup().setting("crossbar.accounts", "expose_api_key", Json.of(true));
        try (Waters exposed = setup.start(folder)) {
            assertThat(exposed.read("Brook", "Brook").data().text("api_key")).isEqualTo(exposed.apiKey("Brook"));
        }
    }

    @Test
    void aPreferenceOfNotificationsIsTold(@TempDir Path folder) {
        Setup setup = new Setup()
                .account("Brook", "pvt_notification_preference", Json.of("teletype"))
                .account("Pond", "pvt_notification_preference", Json.of("old"))
                .account("Bay", "notifications", Waters.json("{'fax_to_email':{'enabled':true}}"));
        try (Waters told = setup.start(folder)) {
            assertThat(told.read("Brook", "Ocean").data().text("notification_preference"))
                    .isEqualTo("teletype");
            assertThat(told.read("Pond", "Ocean").data().text("notification_preference"))
                    .isEqualTo("notify");
            assertThat(told.read("Bay", "Ocean").data().text("notification_preference"))
                    .isEqualTo("notify");
            assertThat(told.read("Drop", "Ocean").data().has("notification_preference"))
                    .isFalse();
            assertThat(told.read("Brook", "Ocean").body().object("metadata").has("notification_preference"))
                    .isFalse();
        }
    }

    @Test
    void storedKeysWithComputedNamesAreOverridden(@TempDir Path folder) {
        try (Waters odd =
                new Setup().account("Brook", "is_reseller", Json.of("perhaps")).start(folder)) {
            Response account = odd.read("Brook", "River");
            assertThat(account.data().get("is_reseller")).isEqualTo(Json.of(false));
        }
    }

    @Test
    void nothingPrivateIsShown() {
        assertThat(waters.read("Brook", "Brook").data().keys()).noneMatch(key -> key.startsWith("pvt_"));
    }
}
