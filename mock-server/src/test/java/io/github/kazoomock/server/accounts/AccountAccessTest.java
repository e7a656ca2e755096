package io.github.kazoomock.server.accounts;

import static io.github.kazoomock.server.accounts.Waters.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.accounts.Waters.Setup;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AccountAccessTest {
    private static final String NOBODY = "ffffffffffffffffffffffffffffffff";

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

    @ParameterizedTest
    @CsvSource({
        "Brook, Brook, 200",
        "River, Brook, 200",
        "Ocean, Brook, 200",
        "Rill, Brook, 403",
        "Pond, Brook, 403",
        "Lake, Brook, 403"
    })
    void anAccountIsReachedFromItselfAndFromAbove(String reader, String account, int status) {
        Response read = waters.read(account, reader);
        assertThat(read.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(read.body().text("message")).isEqualTo("forbidden");
            assertThat(read.data()).isEqualTo(json("{'message':'forbidden'}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "PATCH"})
    void withoutAnIdAccountsCanOnlyBeMade(String verb) {
        Response refused = waters.as("Ocean").send(verb, "accounts", verb.equals("GET") ? null : "{\"data\":{}}");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.body().text("message")).isEqualTo("invalid_method");
        assertThat(refused.data()).isEqualTo(json("{'message':'method not allowed'}"));
    }

    @Test
    void makingOneNeedsAToken() {
        Response refused = waters.anybody().put("accounts", json("{'name':'Spring'}"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().text("message")).isEqualTo("invalid_credentials");
    }

    @Test
    void pathsThatLeadNowhereAreNotFoundBeforeAnybodyIsAsked() {
        for (TestClient client : new TestClient[] {waters.anybody(), waters.as("Brook")}) {
            Response refused = client.get(waters.path("Brook", "foo"));
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body().text("message")).isEqualTo("not_found");
            assertThat(refused.data()).isEqualTo(json("{'message':'not found'}"));
            assertThat(client.delete(waters.path("Brook", "children")).status()).isEqualTo(405);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts/" + NOBODY, "accounts/short", "accounts/" + NOBODY + "/children"})
    void anIdThatMeansNothingIsABadAccountWhoeverAsks(String path) {
        for (TestClient client : new TestClient[] {waters.anybody(), waters.as("Ocean")}) {
            Response refused = client.get(path);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body().text("message")).isEqualTo("invalid credentials");
            assertThat(refused.data()).isEqualTo(json("{'message':'invalid credentials'}"));
        }
    }

    @Test
    void inKazoo50ItIsABadIdentifier() {
        Response unknown = old.anybody().get("accounts/" + NOBODY);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body().text("message")).isEqualTo("bad_identifier");
        assertThat(unknown.data()).isEqualTo(json("{'cause':'" + NOBODY + "','message':'bad identifier'}"));
        Response malformed = old.anybody().get("accounts/short");
        assertThat(malformed.status()).isEqualTo(404);
        assertThat(malformed.body().text("message")).isEqualTo("bad identifier");
        assertThat(malformed.data().text("message")).isEqualTo("invalid account_id 'short'");
    }

    @Test
    void accountInTheSingularIsTheCallersOwn() {
        assertThat(waters.as("Brook").get("account").data().text("name")).isEqualTo("Brook");
        assertThat(Waters.names(waters.as("Brook").get("account/children"))).containsExactly("Rill");
        Response refused = waters.anybody().get("account");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().text("message")).isEqualTo("invalid credentials");
    }

    @Test
    void anArrayIsNoAccount() {
        Response refused = waters.as("Brook").send("PUT", "accounts", "{\"data\":[{\"name\":\"Spring\"}]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.data().object("").keys()).containsExactly("type");
    }
}
