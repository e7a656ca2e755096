package io.github.kazoomock.server.accounts;

import static io.github.kazoomock.server.accounts.Waters.json;
import static io.github.kazoomock.server.accounts.Waters.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.accounts.Waters.Setup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AccountListsTest {
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

    private static Response list(String as, String account, String which) {
        return waters.as(as).get(waters.path(account, which));
    }

    private static JsonObject row(Response list, String name) {
        return list.body().array("data").values().stream()
                .map(JsonObject.class::cast)
                .filter(row -> name.equals(row.text("name")))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Below {
        @Test
        void childrenAreListedByNameDescending() {
            Response children = list("Ocean", "Ocean", "children");
            assertThat(names(children)).containsExactly("River", "Puddle", "Lake");
            assertThat(children.body().integer(0, "page_size")).isEqualTo(3);
            assertThat(children.body().text("start_key")).isNotEmpty();
            assertThat(children.body().has("next_start_key")).isFalse();
            assertThat(children.body().text("revision")).isNotEmpty();
        }

        @Test
        void aChildTellsItsTreeAndHowManyAreBelowIt() {
            JsonObject river = row(list("Ocean", "Ocean", "children"), "River");
            assertThat(river.keys()).containsExactly("id", "name", "realm", "descendants_count", "tree", "flags");
            assertThat(river.integer(0, "descendants_count")).isEqualTo(4);
            assertThat(river.array("tree").texts()).containsExactly(waters.id("Ocean"));
            assertThat(row(list("Ocean", "Ocean", "children"), "Puddle").integer(-1, "descendants_count"))
                    .isZero();
        }

        @Test
        void childrenHaveNoTreeInKazoo50() {
            Response children = old.as("Ocean").get(old.path("Ocean", "children"));
            assertThat(row(children, "River").keys())
                    .containsExactly("id", "name", "realm", "descendants_count", "flags");
        }

        @Test
        void descendantsAreEverybodyBelow() {
            Response below = list("River", "River", "descendants");
            assertThat(names(below)).containsExactly("Rill", "Pond", "Drop", "Brook");
            JsonObject drop = row(below, "Drop");
            assertThat(drop.keys()).containsExactly("id", "name", "realm", "tree", "flags");
            assertThat(drop.array("tree").texts())
                    .containsExactly(waters.id("Ocean"), waters.id("River"), waters.id("Brook"), waters.id("Rill"));
        }

        @Test
        void anAccountWithoutChildrenHasEmptyLists() {
            for (String which : new String[] {"children", "descendants"}) {
                Response empty = list("Drop", "Drop", which);
                assertThat(empty.status()).isEqualTo(200);
                assertThat(empty.body().array("data").size()).isZero();
                assertThat(empty.body().integer(-1, "page_size")).isZero();
            }
        }

        @Test
        void listsAreOrderedPagedAndFilteredAsAsked() {
            TestClient river = waters.as("River");
            String path = waters.path("River", "descendants");
            assertThat(names(river.get(path + "?ascending=true"))).containsExactly("Brook", "Drop", "Pond", "Rill");
            Response first = river.get(path + "?page_size=3");
            assertThat(names(first)).containsExactly("Rill", "Pond", "Drop");
            Response next =
                    river.get(path + "?page_size=3&start_key=" + first.body().text("next_start_key"));
            assertThat(names(next)).containsExactly("Brook");
            assertThat(next.body().has("next_start_key")).isFalse();
            Response all = river.get(path + "?paginate=false");
            assertThat(names(all)).hasSize(4);
            assertThat(all.body().keys()).doesNotContain("page_size", "start_key");
            assertThat(names(river.get(path + "?filter_realm=Pond.example.com")))
                    .containsExactly("Pond");
        }

        @Test
        void nonsensicalPagesAreRefused() {
            for (String size : new String[] {"many", "0"}) {
                Response refused = waters.as("River").get(waters.path("River", "children") + "?page_size=" + size);
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.body().text("message")).isEqualTo("faulty_request");
            }
        }

        @Test
        void flagsOfAnAccountAreInItsRow(@TempDir Path folder) {
            try (Waters flagged = new Setup()
                    .account("Pond", "flags", Json.parse("[\"wet\"]"))
                    .start(folder)) {
                Response children = flagged.as("River").get(flagged.path("River", "children"));
                assertThat(row(children, "Pond").array("flags").texts()).containsExactly("wet");
                assertThat(row(children, "Brook").array("flags").size()).isZero();
            }
        }
    }

    @Nested
    class Siblings {
        @Test
        void areTheChildrenOfTheParentWithTheAccountItself() {
            Response siblings = list("River", "Brook", "siblings");
            assertThat(names(siblings)).containsExactly("Pond", "Brook");
            assertThat(row(siblings, "Brook").keys())
                    .containsExactly("id", "name", "realm", "descendants_count", "tree", "flags");
        }

        @Test
        void mayBeSeenByTheAccountItself() {
            assertThat(names(list("Brook", "Brook", "siblings"))).containsExactly("Pond", "Brook");
        }

        @Test
        void ofTheMasterAreNobody() {
            Response none = list("Ocean", "Ocean", "siblings");
            assertThat(none.status()).isEqualTo(200);
            assertThat(none.body().array("data").size()).isZero();
        }

        @Test
        void areOnlyForThoseAboveWhereTheSystemSaysSo(@TempDir Path folder) {
            Setup setup = new Setup().setting("crossbar.accounts", "allow_sibling_listing", Json.of(false));
            try (Waters shy = setup.start(folder)) {
                Response refused = shy.as("Brook").get(shy.path("Brook", "siblings"));
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.data()).isEqualTo(json("{'message':'forbidden'}"));
                assertThat(names(shy.as("Brook").get(shy.path("Rill", "siblings"))))
                        .containsExactly("Rill");
                assertThat(shy.as("Ocean").get(shy.path("Brook", "siblings")).status())
                        .isEqualTo(200);
            }
        }

        @Test
        void inKazoo50AreNeverForTheAccountItselfAndSettingsShutOutEverybody(@TempDir Path folder) {
            assertThat(old.as("Brook").get(old.path("Brook", "siblings")).status())
                    .isEqualTo(403);
            assertThat(old.as("River").get(old.path("Brook", "siblings")).status())
                    .isEqualTo(200);
            Setup setup = new Setup()
                    .profile("kazoo-5.0")
                    .setting("crossbar.accounts", "allow_sibling_listing", Json.of(false));
            try (Waters shy = setup.start(folder)) {
                assertThat(shy.as("River").get(shy.path("Brook", "siblings")).status())
                        .isEqualTo(403);
                assertThat(shy.as("Ocean").get(shy.path("Brook", "siblings")).status())
                        .isEqualTo(200);
            }
        }
    }

    @Nested
    class Above {
        @Test
        void treeAndParentsGoFromTheCallerDownToTheParent() {
            for (String which : new String[] {"tree", "parents"}) {
                assertThat(names(list("Ocean", "Drop", which))).containsExactly("Ocean", "River", "Brook", "Rill");
                assertThat(names(list("Brook", "Drop", which))).containsExactly("Brook", "Rill");
                assertThat(names(list("Drop", "Drop", which))).isEmpty();
            }
        }

        @Test
        void theirRowsAndRevision() {
            for (String which : new String[] {"tree", "parents"}) {
                Response above = list("Brook", "Drop", which);
                assertThat(row(above, "Rill").keys()).containsExactly("id", "name", "realm", "flags");
                assertThat(above.body().integer(0, "page_size")).isEqualTo(2);
                assertThat(above.body().has("start_key")).isFalse();
                assertThat(above.body().text("revision"))
                        .isEqualTo(waters.read("Drop", "Brook").body().text("revision"));
            }
        }

        @Test
        void inKazoo50ParentsShowTheWholeTreeToTheAccountItself() {
            TestClient drop = old.as("Drop");
            Response parents = drop.get(old.path("Drop", "parents"));
            assertThat(names(parents)).containsExactly("Ocean", "River", "Brook", "Rill");
            assertThat(row(parents, "Ocean").keys()).containsExactly("id", "name");
            assertThat(parents.body().integer(0, "page_size")).isEqualTo(4);
            Response tree = drop.get(old.path("Drop", "tree"));
            assertThat(names(tree)).isEqualTo(List.of());
            assertThat(tree.body().has("page_size")).isFalse();
            assertThat(names(old.as("Brook").get(old.path("Drop", "parents")))).containsExactly("Brook", "Rill");
        }
    }
}
