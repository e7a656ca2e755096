package io.github.kazoomock.server.accounts;

import static io.github.kazoomock.server.accounts.Waters.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.accounts.Waters.Setup;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AccountApiKeyTest {
    private static Waters waters;
    private static Waters old;

    @BeforeAll
    static void start(@TempDir Path newest, @TempDir Path older) {
        waters = Waters.start(newest);
        old = new Setup().profile("kazoo-5.0").start(older);
    }

    @AfterAll
    static void stop() {
        waters.close();
        old.close();
    }

    @BeforeEach
    void reset() {
        waters.reset();
        old.reset();
    }

    private static Response renew(TestClient client, String account) {
        return client.send("PUT", waters.path(account, "api_key"), null);
    }

    private static String key(String account) {
        return String.valueOf(
                waters.as(account).get(waters.path(account, "api_key")).data().text("api_key"));
    }

    @Test
    void everybodyOfTheAccountReadsIt() {
        Response key = waters.staff("Brook").get(waters.path("Brook", "api_key"));
        assertThat(key.status()).isEqualTo(200);
        assertThat(key.data()).isEqualTo(json("{'api_key':'" + waters.apiKey("Brook") + "'}"));
        assertThat(key.body().text("revision")).startsWith("1-");
    }

    @Test
    void anAdminRenewsIt() {
        Response renewed = renew(waters.as("Brook"), "Brook");
        assertThat(renewed.status()).isEqualTo(201);
        assertThat(renewed.data().keys()).containsExactly("api_key");
        assertThat(renewed.data().text("api_key")).matches("[0-9a-f]{64}").isNotEqualTo(waters.apiKey("Brook"));
        assertThat(renewed.header("location")).isNull();
        assertThat(renewed.body().text("revision")).startsWith("2-");
        assertThat(key("Brook")).isEqualTo(renewed.data().text("api_key"));
    }

    @Test
    void theNewOneStaysWhenTheAccountIsSavedAgain() {
        String renewed =
                String.valueOf(renew(waters.as("Brook"), "Brook").data().text("api_key"));
        waters.as("Brook").patch(waters.path("Brook"), json("{'a':1}"));
        assertThat(key("Brook")).isEqualTo(renewed);
    }

    @Test
    void theOldOneIsNoGoodAtOnce() {
        assertThat(login(waters.apiKey("Brook")).status()).isEqualTo(201);
        String renewed =
                String.valueOf(renew(waters.as("Brook"), "Brook").data().text("api_key"));
        assertThat(login(waters.apiKey("Brook")).status()).isEqualTo(404);
        assertThat(login(renewed).status()).isEqualTo(201);
    }

    @Test
    void whoCameWithAnApiKeyIsNobodysAdmin() {
        assertThat(renew(withKeyOf("Brook"), "Brook").status()).isEqualTo(403);
        assertThat(renew(withKeyOf("Ocean"), "Brook").status()).as("superduper").isEqualTo(201);
    }

    private static Response login(String apiKey) {
        return waters.anybody().put("api_auth", json("{'api_key':'" + apiKey + "'}"));
    }

    private static TestClient withKeyOf(String account) {
        String token = String.valueOf(login(waters.apiKey(account)).body().text("auth_token"));
        return waters.anybody().with("X-Auth-Token", token);
    }

    @Test
    void anAdminFromAboveRenewsItToo() {
        assertThat(renew(waters.as("River"), "Brook").status()).isEqualTo(201);
    }

    @Test
    void aPlainUserDoesNot() {
        Response refused = renew(waters.staff("Brook"), "Brook");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.data()).isEqualTo(json("{'message':'forbidden'}"));
        assertThat(key("Brook")).isEqualTo(waters.apiKey("Brook"));
    }

    @Test
    void exceptOfASuperduperAccount() {
        assertThat(renew(waters.staff("Ocean"), "Brook").status()).isEqualTo(201);
        assertThat(old.staff("Ocean")
                        .send("PUT", old.path("Brook", "api_key"), null)
                        .status())
                .as("kazoo-5.0")
                .isEqualTo(403);
        assertThat(old.as("Ocean")
                        .send("PUT", old.path("Brook", "api_key"), null)
                        .status())
                .as("kazoo-5.0")
                .isEqualTo(201);
    }
}
