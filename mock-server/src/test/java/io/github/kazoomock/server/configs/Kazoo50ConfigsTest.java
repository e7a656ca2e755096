package io.github.kazoomock.server.configs;

import static io.github.kazoomock.server.accounts.Waters.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of accounts as KAZOO 5.0 keeps them (configs sheet 3 to 5). */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Kazoo50ConfigsTest {
    private Waters waters;
    private TestClient admin;
    private String conferences;

    @BeforeAll
    void start(@TempDir Path folder) {
        waters = new Waters.Setup().profile("kazoo-5.0").start(folder);
        admin = waters.as("Brook");
        conferences = waters.path("Brook", "configs", "conferences");
    }

    @AfterAll
    void stop() {
        waters.close();
    }

    @BeforeEach
    void reset() {
        waters.reset();
    }

    @Test
    void aPatchForgetsEarlierOverridesAndRepeatedDeletesThemAll() {
        String tone = admin.get(conferences).data().textOr("entry_tone", "");
        admin.post(conferences, json("{'entry_tone':'X'}"));
        JsonObject once = admin.patch(conferences, json("{'pin_timeout':3000}")).data();
        assertThat(once.integer(0, "pin_timeout")).isEqualTo(3000);
        assertThat(once.text("entry_tone")).isEqualTo(tone);
        JsonObject twice =
                admin.patch(conferences, json("{'pin_timeout':3000}")).data();
        assertThat(twice.integer(0, "pin_timeout")).isEqualTo(5000);
    }

    @Test
    void aDeletedConfigShowsWhatWasStoredOrNothing() {
        admin.post(conferences, json("{'pin_timeout':3000}"));
        Response first = admin.delete(conferences);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.data())
                .isEqualTo(json("{'pin_timeout':3000,'id':'configs_conferences','_read_only':{'deleted':true}}"));
        assertThat(first.body().has("revision")).isTrue();
        Response second = admin.delete(conferences);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().has("data")).isFalse();
    }

    @Test
    void aPostIsTheSame() {
        assertThat(admin.post(conferences, json("{'pin_timeout':3000}")).data().integer(0, "pin_timeout"))
                .isEqualTo(3000);
        assertThat(admin.post(conferences, json("{'number_timeout':1}")).data().integer(0, "pin_timeout"))
                .isEqualTo(5000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "auth.password", "stepswitch", "voicemail"})
    void newerConfigsAreUnknown(String config) {
        String path = waters.path("Brook", "configs", config);
        assertThat(admin.get(path).data()).isEqualTo(json("{'id':'configs_" + config + "'}"));
        assertThat(admin.post(path, JsonObject.EMPTY).status()).isEqualTo(500);
    }

    @Test
    void newerKeysAreUnknownToo() {
        assertThat(admin.get(waters.path("Brook", "configs", "call_command")).data())
                .isEqualTo(json("{'unknown_cid_name':'unknown','id':'configs_call_command'}"));
        Response media = admin.post(
                waters.path("Brook", "configs", "media"),
                json("{'call_recording':{'workers':2,'default_user_metadata':7}}"));
        assertThat(media.data().object("call_recording")).isEqualTo(json("{'workers':2}"));
    }

    @Test
    void withoutAnIdNothingIsThere() {
        for (String verb : new String[] {"GET", "POST", "DELETE"}) {
            assertThat(admin.send(verb, waters.path("Brook", "configs"), null).status())
                    .isEqualTo(404);
        }
    }
}
