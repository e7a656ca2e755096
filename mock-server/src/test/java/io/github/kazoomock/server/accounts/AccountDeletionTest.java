package io.github.kazoomock.server.accounts;

import static io.github.kazoomock.server.accounts.Waters.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
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
class AccountDeletionTest {
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

    @Test
    void theReplyIsTheLastSightOfTheAccount() {
        JsonObject seen = waters.read("Drop", "River").data();
        Response deleted = waters.as("River").delete(waters.path("Drop"));
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.data()).isEqualTo(seen);
        assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
        assertThat(deleted.body().text("revision")).startsWith("1-");
    }

    @Test
    void inKazoo50ItIsWhatWasStored() {
        Response deleted = old.as("River").delete(old.path("Drop"));
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.data().keys())
                .contains("name", "realm", "timezone", "id")
                .doesNotContain("enabled", "created", "is_reseller", "reseller_id", "billing_mode");
        assertThat(deleted.data().object("_read_only")).isEqualTo(json("{'deleted':true}"));
    }

    @Test
    void theAccountIsGoneForGood() {
        TestClient itself = waters.as("Drop");
        TestClient above = waters.as("River");
        above.delete(waters.path("Drop"));
        Response asked = above.get(waters.path("Drop"));
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.body().text("message")).isEqualTo("invalid credentials");
        assertThat(asked.data()).isEqualTo(json("{'message':'invalid credentials'}"));
        assertThat(above.delete(waters.path("Drop")).status()).isEqualTo(401);
        assertThat(itself.get(waters.path("Brook")).status()).isEqualTo(401);
        assertThat(Waters.names(above.get(waters.path("River", "descendants")))).doesNotContain("Drop");
        assertThat(waters.read("Rill", "River").data().has("descendants_count")).isFalse();
        assertThat(above.put(waters.path("Rill"), json("{'name':'Drop','realm':'drop.example.com'}"))
                        .status())
                .as("name and realm are free again")
                .isEqualTo(201);
    }

    @Test
    void inKazoo50AnAccountThatIsGoneIsABadIdentifier() {
        old.as("River").delete(old.path("Drop"));
        Response asked = old.as("River").get(old.path("Drop"));
        assertThat(asked.status()).isEqualTo(404);
        assertThat(asked.body().text("message")).isEqualTo("bad_identifier");
        assertThat(asked.data()).isEqualTo(json("{'cause':'" + old.id("Drop") + "','message':'bad identifier'}"));
    }

    @Test
    void anAccountWithDescendantsStays() {
        Response refused = waters.as("River").delete(waters.path("Brook"));
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.body().text("error")).isEqualTo("500");
        assertThat(refused.body().text("message")).isEqualTo("account_has_descendants");
        assertThat(refused.data()).isEqualTo(json("{'message':'account has descendants'}"));
        assertThat(waters.read("Brook", "River").status()).isEqualTo(200);
    }

    @Test
    void nobodyDeletesTheirOwnAccount() {
        Response refused = waters.as("Drop").delete(waters.path("Drop"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().text("message")).isEqualTo("forbidden");
        assertThat(refused.data())
                .isEqualTo(json(
                        "{'message':'deleting your own account is forbidden','cause':'" + waters.id("Drop") + "'}"));
    }

    @Test
    void exceptInKazoo50() {
        TestClient itself = old.as("Drop");
        assertThat(itself.delete(old.path("Drop")).status()).isEqualTo(200);
        assertThat(itself.get(old.path("Rill")).status()).isEqualTo(401);
    }

    @Test
    void theMasterCannotBeDeleted() {
        Response refused = waters.as("Ocean").delete(waters.path("Ocean"));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.body().text("message")).isEqualTo("invalid_method");
        assertThat(refused.data()).isEqualTo(json("{'message':'method not allowed'}"));
    }
}
