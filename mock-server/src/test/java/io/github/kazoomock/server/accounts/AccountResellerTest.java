package io.github.kazoomock.server.accounts;

import static io.github.kazoomock.server.accounts.Waters.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AccountResellerTest {
    private static Waters waters;

    @BeforeAll
    static void start(@TempDir Path folder) {
        waters = Waters.start(folder);
    }

    @AfterAll
    static void stop() {
        waters.close();
    }

    @BeforeEach
    void reset() {
        waters.reset();
    }

    private static Response promote(String as, String account) {
        return waters.as(as).send("PUT", waters.path(account, "reseller"), null);
    }

    private static Response demote(String as, String account) {
        return waters.as(as).delete(waters.path(account, "reseller"));
    }

    private static String resellerOf(String account) {
        return String.valueOf(waters.read(account, "Ocean").data().text("reseller_id"));
    }

    @Test
    void aPromotedAccountBecomesTheResellerOfEverybodyBelowIt() {
        Response promoted = promote("Ocean", "Brook");
        assertThat(promoted.status()).isEqualTo(201);
        assertThat(promoted.data().isTrue("is_reseller")).isTrue();
        assertThat(promoted.data().text("reseller_id")).as("its own stays").isEqualTo(waters.id("River"));
        assertThat(promoted.header("location"))
                .isEqualTo("/v2/" + waters.path("Brook", "reseller", waters.id("Brook")));
        assertThat(resellerOf("Rill")).isEqualTo(waters.id("Brook"));
        assertThat(resellerOf("Drop")).isEqualTo(waters.id("Brook"));
        assertThat(resellerOf("Pond")).isEqualTo(waters.id("River"));
    }

    @Test
    void aDemotedOneGivesThemBack() {
        Response demoted = demote("Ocean", "River");
        assertThat(demoted.status()).isEqualTo(200);
        assertThat(demoted.data().isTrue("is_reseller")).isFalse();
        assertThat(demoted.body().object("metadata").has("deleted")).isFalse();
        assertThat(resellerOf("Drop")).isEqualTo(waters.id("Ocean"));
    }

    @Test
    void twiceIsNoError() {
        assertThat(promote("Ocean", "River").status()).isEqualTo(201);
        assertThat(demote("Ocean", "Brook").status()).isEqualTo(200);
        assertThat(waters.read("River", "Ocean").body().text("revision")).startsWith("1-");
    }

    @Test
    void onlySuperduperAdminsMay() {
        for (Response refused : new Response[] {promote("River", "Brook"), demote("River", "River")}) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.data()).isEqualTo(json("{'message':'forbidden'}"));
        }
    }

    @Test
    void theMasterStaysWhatItIs() {
        assertThat(promote("Ocean", "Ocean").status()).isEqualTo(403);
        assertThat(demote("Ocean", "Ocean").status()).isEqualTo(403);
    }

    @Test
    void noResellerMayBeBelowTheAccount() {
        TestClient ocean = waters.as("Ocean");
        ocean.send("PUT", waters.path("Rill", "reseller"), null);
        for (Response refused : new Response[] {promote("Ocean", "Brook"), demote("Ocean", "River")}) {
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.body().text("message")).isEqualTo("account_has_descendants");
            assertThat(refused.data()).isEqualTo(json("{'message':'account has descendants'}"));
        }
    }
}
