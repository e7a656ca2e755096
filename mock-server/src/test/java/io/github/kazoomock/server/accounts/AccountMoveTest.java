package io.github.kazoomock.server.accounts;

import static io.github.kazoomock.server.accounts.Waters.json;
import static io.github.kazoomock.server.accounts.Waters.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
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
class AccountMoveTest {
    private static Waters waters;
    private static Waters byTree;
    private static Waters old;

    @BeforeAll
    static void start(@TempDir Path newest, @TempDir Path tree, @TempDir Path older) {
        waters = Waters.start(newest);
        byTree = new Setup()
                .setting("crossbar.accounts", "allow_move", Json.of("tree"))
                .start(tree);
        old = new Setup().profile("kazoo-5.0").start(older);
    }

    @AfterAll
    static void stop() {
        waters.close();
        byTree.close();
        old.close();
    }

    @BeforeEach
    void reset() {
        waters.reset();
        byTree.reset();
        old.reset();
    }

    private static Response move(Waters server, String as, String account, String to) {
        return server.as(as).post(server.path(account, "move"), JsonObject.of("to", Json.of(server.id(to))));
    }

    private static long below(String account) {
        return waters.read(account, "Ocean").data().integer(0, "descendants_count");
    }

    @Test
    void anAccountMovesWithThreeLevelsBelowIt() {
        Response moved = move(waters, "Ocean", "River", "Lake");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.data().text("name")).isEqualTo("River");
        assertThat(names(waters.as("Ocean").get(waters.path("Drop", "tree"))))
                .containsExactly("Ocean", "Lake", "River", "Brook", "Rill");
        assertThat(names(waters.as("Ocean").get(waters.path("Pond", "tree"))))
                .containsExactly("Ocean", "Lake", "River");
        assertThat(names(waters.as("Lake").get(waters.path("Lake", "descendants"))))
                .containsExactly("River", "Rill", "Pond", "Drop", "Brook", "Bay");
        assertThat(names(waters.as("Ocean").get(waters.path("Ocean", "children"))))
                .containsExactly("Puddle", "Lake");
        assertThat(waters.read("Drop", "Lake").status()).isEqualTo(200);
    }

    @Test
    void andBackUp() {
        assertThat(move(waters, "Ocean", "Rill", "Puddle").status()).isEqualTo(200);
        assertThat(names(waters.as("Ocean").get(waters.path("Drop", "tree"))))
                .containsExactly("Ocean", "Puddle", "Rill");
        assertThat(waters.read("Drop", "River").status()).isEqualTo(403);
        assertThat(waters.read("Drop", "Brook").status()).isEqualTo(403);
    }

    @Test
    void everybodyAboveCountsAnew() {
        move(waters, "Ocean", "Rill", "Bay");
        assertThat(below("Ocean")).isEqualTo(8);
        assertThat(below("River")).isEqualTo(2);
        assertThat(below("Brook")).isZero();
        assertThat(below("Lake")).isEqualTo(3);
        assertThat(below("Bay")).isEqualTo(2);
        assertThat(below("Rill")).isEqualTo(1);
    }

    @Test
    void theReplyShowsTheNewReseller() {
        Response moved = move(waters, "Ocean", "Brook", "Bay");
        assertThat(moved.data().text("reseller_id")).isEqualTo(waters.id("Lake"));
        assertThat(moved.body().text("metadata", "reseller_id")).isEqualTo(waters.id("Lake"));
        assertThat(moved.body().text("revision")).startsWith("2-");
    }

    @Test
    void butTheOldOneInKazoo50() {
        Response moved = move(old, "Ocean", "Brook", "Bay");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.data().text("reseller_id")).isEqualTo(old.id("River"));
        assertThat(old.read("Brook", "Ocean").data().text("reseller_id")).isEqualTo(old.id("Lake"));
    }

    @Test
    void aMovedResellerKeepsItsDescendants() {
        move(waters, "Ocean", "River", "Lake");
        assertThat(waters.read("River", "Ocean").data().text("reseller_id")).isEqualTo(waters.id("Lake"));
        for (String kept : new String[] {"Brook", "Rill", "Drop", "Pond"}) {
            assertThat(waters.read(kept, "Ocean").data().text("reseller_id"))
                    .as(kept)
                    .isEqualTo(waters.id("River"));
        }
    }

    @Test
    void movingToItsOwnParentChangesNothing() {
        assertThat(move(waters, "Ocean", "Rill", "Brook").status()).isEqualTo(200);
        assertThat(names(waters.as("Ocean").get(waters.path("Drop", "tree"))))
                .containsExactly("Ocean", "River", "Brook", "Rill");
        assertThat(below("Brook")).isEqualTo(2);
    }

    @Test
    void aMoveNeedsATarget() {
        Response refused = waters.as("Ocean").post(waters.path("Brook", "move"), JsonObject.EMPTY);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().text("message")).isEqualTo("validation error");
        JsonObject details = JsonObject.of("message", Json.of("Field 'to' is required"));
        assertThat(refused.data()).isEqualTo(JsonObject.EMPTY.with(details, "to", "required"));
    }

    @Test
    void anUnknownTargetIsBlamedOnTheMovedAccount() {
        Response refused = waters.as("Ocean").post(waters.path("Brook", "move"), json("{'to':'nowhere'}"));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body().text("message")).isEqualTo("bad_identifier");
        assertThat(refused.data()).isEqualTo(json("{'cause':'" + waters.id("Brook") + "','message':'bad identifier'}"));
    }

    @Test
    void inKazoo50OnTheTarget() {
        Response refused = old.as("Ocean").post(old.path("Brook", "move"), json("{'to':'nowhere'}"));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.data().text("cause")).isEqualTo("nowhere");
    }

    @Test
    void nothingMovesIntoItself() {
        for (String to : new String[] {"Brook", "Rill", "Drop"}) {
            Response refused = move(waters, "Ocean", "Brook", to);
            assertThat(refused.status()).as(to).isEqualTo(403);
            assertThat(refused.data()).isEqualTo(json("{'message':'forbidden'}"));
        }
        assertThat(names(waters.as("Ocean").get(waters.path("Brook", "tree")))).containsExactly("Ocean", "River");
    }

    @Test
    void onlySuperduperAdminsMove() {
        assertThat(move(waters, "River", "Rill", "Pond").status()).isEqualTo(403);
        assertThat(move(waters, "Ocean", "Rill", "Pond").status()).isEqualTo(200);
    }

    @Test
    void unlessWhoeverIsAboveBothPlacesMay() {
        assertThat(move(byTree, "River", "Rill", "Pond").status()).isEqualTo(200);
        assertThat(move(byTree, "River", "Drop", "River").status())
                .as("to itself")
                .isEqualTo(200);
        byTree.reset();
        assertThat(move(byTree, "River", "Rill", "Bay").status())
                .as("not above the target")
                .isEqualTo(403);
        assertThat(move(byTree, "Rill", "Rill", "Drop").status()).as("its own").isEqualTo(403);
        assertThat(move(byTree, "Ocean", "Rill", "Bay").status()).isEqualTo(200);
    }

    @Test
    void whichNeverWorkedInKazoo50(@TempDir Path folder) {
        Setup setup = new Setup().profile("kazoo-5.0").setting("crossbar.accounts", "allow_move", Json.of("tree"));
        try (Waters broken = setup.start(folder)) {
            assertThat(move(broken, "River", "Rill", "Pond").status()).isEqualTo(403);
        }
    }

    @Test
    void anyOtherSettingForbidsIt(@TempDir Path folder) {
        try (Waters shut = new Setup()
                .setting("crossbar.accounts", "allow_move", Json.of("nobody"))
                .start(folder)) {
            assertThat(move(shut, "Ocean", "Rill", "Pond").status()).isEqualTo(403);
        }
    }
}
