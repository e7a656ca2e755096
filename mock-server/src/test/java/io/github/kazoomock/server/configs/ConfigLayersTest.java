package io.github.kazoomock.server.configs;

import static io.github.kazoomock.server.accounts.Waters.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.accounts.Waters;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Why is this 5000? The admin API tells. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigLayersTest {
    private Waters waters;

    @BeforeAll
    void start(@TempDir Path folder) {
        waters = Waters.start(folder);
    }

    @AfterAll
    void stop() {
        waters.close();
    }

    @BeforeEach
    void reset() {
        waters.reset();
    }

    private Response ask(String what) {
        return waters.anybody().get("/__admin/configs/" + what);
    }

    private JsonObject setting(String account, String key) {
        for (Json row : ask(waters.id(account) + "/conferences").body().array("settings")) {
            if (row instanceof JsonObject setting && setting.textOr("key", "").equals(key)) {
                return setting;
            }
        }
        throw new AssertionError("no " + key);
    }

    @Test
    void everySettingTellsItsLayerAndWhatAllLayersSay() {
        assertThat(setting("Brook", "pin_timeout"))
                .isEqualTo(json("{'key':'pin_timeout','value':5000,'from':'schema defaults',"
                        + "'layers':{'schema defaults':5000},'shown':true}"));
        waters.as("Ocean").post("system_configs/conferences", json("{'default':{'pin_timeout':7000}}"));
        assertThat(setting("Brook", "pin_timeout").text("from")).isEqualTo("system default section");
        waters.as("River").patch(waters.path("River", "configs", "conferences"), json("{'pin_timeout':8000}"));
        assertThat(setting("Brook", "pin_timeout").text("from")).isEqualTo("reseller");
        waters.as("Brook").patch(waters.path("Brook", "configs", "conferences"), json("{'pin_timeout':9000}"));
        assertThat(setting("Brook", "pin_timeout"))
                .isEqualTo(json("{'key':'pin_timeout','value':9000,'from':'account','layers':{'schema defaults':5000,"
                        + "'system default section':7000,'reseller':8000,'account':9000},'shown':true}"));
        assertThat(setting("Rill", "pin_timeout").text("from")).isEqualTo("reseller");
    }

    @Test
    void settingsThatTheApiHidesAreThereToo() {
        assertThat(setting("Brook", "review_name").get("shown")).isEqualTo(Json.of(false));
    }

    @Test
    void whoseCustomerAnAccountIsAndWhatItStoredIsTold() {
        waters.as("Brook").patch(waters.path("Brook", "configs", "conferences"), json("{'number_timeout':1}"));
        JsonObject told = ask(waters.id("Brook") + "/conferences").body();
        assertThat(told.text("account_id")).isEqualTo(waters.id("Brook"));
        assertThat(told.text("reseller_id")).isEqualTo(waters.id("River"));
        assertThat(told.text("config_id")).isEqualTo("conferences");
        assertThat(told.object("stored")).isEqualTo(json("{'number_timeout':1}"));
    }

    @Test
    void whatIsUnknownIsSaid() {
        Response config = ask(waters.id("Brook") + "/conference");
        assertThat(config.status()).isEqualTo(404);
        assertThat(config.body().text("message"))
                .startsWith("there is no config conference; there are [auth.password,");
        assertThat(ask("nobody/conferences").body().text("message")).isEqualTo("there is no account nobody");
        assertThat(ask("conferences").body().text("message")).endsWith("it knows GET configs/{account_id}/{config_id}");
    }
}
