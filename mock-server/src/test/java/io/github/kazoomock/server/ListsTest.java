package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order, pages, filters and forms of lists (core sheet 8 and 9, delta sheet 2.5). */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
    private final DemoServer demo = new DemoServer();
    private final DemoServer older = new DemoServer(KazooServer.builder().profile("kazoo-5.0"));
    private final TestClient grace = demo.as("grace");
    private final String devices = demo.path("sofia") + "/devices";
    private final TestClient sofia = demo.as("sofia");

    @BeforeAll
    void twelveDevices() {
        for (int i = 0; i < 12; i++) {
            sofia.put(
                    devices,
                    json("{'name':'d" + i + "','n':" + i + ",'even':" + (i % 2 == 0) + ",'tags':['t" + i % 3
                            + "','all'],'sub':{'x':'v" + i % 4 + "'}" + (i > 9 ? ",'empty':''" : "") + "}"));
        }
    }

    @AfterAll
    void stop() {
        demo.close();
        older.close();
    }

    private TestClient.Response list(String query) {
        return sofia.get(devices + "?" + query);
    }

    private static List<String> ids(TestClient.Response response) {
        List<String> ids = new ArrayList<>();
        response.body().array("data").forEach(row -> ids.add(((JsonObject) row).textOr("id", "")));
        return ids;
    }

    private int count(String query) {
        return ids(list("paginate=false&"
                        + query.replace("[", "%5B").replace("]", "%5D").replace("\"", "%22")))
                .size();
    }

    private int all() {
        return count("");
    }

    @Nested
    class Order {
        @Test
        void isDescendingUnlessAskedOtherwise() {
            List<String> descending = ids(list("paginate=false"));
            assertThat(descending).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(ids(list("paginate=false&ascending=true"))).isSorted();
            assertThat(ids(list("paginate=false&descending=false"))).isSorted();
            assertThat(ids(list("paginate=false&ascending=false"))).isEqualTo(descending);
            assertThat(ids(list("paginate=false&ascending=true&descending=true")))
                    .isEqualTo(descending);
        }
    }

    @Nested
    class Pages {
        @Test
        void followEachOtherWithoutGapsOrRepeats() {
            for (String order : new String[] {"", "&ascending=true"}) {
                List<String> seen = new ArrayList<>();
                String start = "";
                int pages = 0;
                while (start != null) {
                    TestClient.Response page =
                            list("page_size=5" + order + (start.isEmpty() ? "" : "&start_key=" + start));
                    seen.addAll(ids(page));
                    assertThat(page.body().integer(-1, "page_size"))
                            .isEqualTo(ids(page).size());
                    assertThat(page.body().has("start_key")).isEqualTo(pages > 0);
                    start = page.body().text("next_start_key");
                    pages++;
                }
                assertThat(seen).isEqualTo(ids(list("paginate=false" + order)));
                assertThat(pages).isEqualTo((all() + 4) / 5);
            }
        }

        @Test
        void thatAreExactlyFullEndTheList() {
            TestClient.Response page = list("page_size=" + all());
            assertThat(page.body().has("next_start_key")).isFalse();
        }

        @Test
        void canBeContinuedByBookmark() {
            String next = list("page_size=5").body().textOr("next_start_key", "");
            assertThat(ids(list("page_size=5&bookmark=" + next + "&start_key=nonsense")))
                    .isEqualTo(ids(list("paginate=false")).subList(5, 10));
        }

        @Test
        void beginAnewWhenTheKeyMeansNothing() {
            assertThat(ids(list("page_size=3&start_key=nonsense"))).isEqualTo(ids(list("page_size=3")));
        }

        @Test
        void haveNoKeysWhenTurnedOff() {
            JsonObject body = list("paginate=no").body();
            assertThat(body.keys()).doesNotContain("page_size", "start_key", "next_start_key");
        }

        @Test
        void ofRealListsMayBeEmpty() {
            TestClient.Response empty = list("filter_name=nobody");
            assertThat(empty.body().array("data").size()).isZero();
            assertThat(empty.body().integer(-1, "page_size")).isZero();
            assertThat(empty.header("etag")).startsWith("W/");
        }

        @ParameterizedTest
        @CsvSource({
            "page_size=0,page size must be at least 1",
            "page_size=-3,page size must be at least 1",
            "page_size=x,invalid page size",
            "chunk_size=x,invalid chunk size",
            "chunk_size=-1,chunk size must be at least 1",
            "chunk_size=51,chunk size must be lower than 50",
            "batch_size=51,chunk size must be lower than 50",
            "fields=5,invalid fields query string",
        })
        void ofNonsenseAreFaultyRequests(String query, String text) {
            TestClient.Response response = list(query);
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.body().text("message")).isEqualTo("faulty_request");
            assertThat(response.data()).isEqualTo(JsonObject.of("message", Json.of(text)));
        }

        @Test
        void roundTheirSize() {
            assertThat(ids(list("page_size=2.6"))).hasSize(3);
            assertThat(list("chunk_size=0").status()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "filter_name=d3|1",
                "filter_even=true|6",
                "filter_n=5|1",
                "filter_sub.x=v1|3",
                "filter_tags.1=t0|4",
                "filter_tags=t0all|4",
                "filter_name=[\"d1\",\"d2\"]|2",
                "filter_name=\"d1\"|1",
                "has_key=empty|2",
                "has_value=empty|0",
                "has_key=sub.x|12",
                "has_key=name.x|0",
                "key_missing=name.x|0",
                "filter_even=true&filter_sub.x=v0|3",
                "filter_any_name=[\"d1\",\"d2\",\"zzz\"]|2",
                "filter_any_name=d1|0",
                "filter_array_intersect_all_tags=[\"t0\",\"all\"]|4",
                "filter_array_intersect_any_tags=[\"t0\",\"t1\"]|8",
                "filter_pvt_type=device&has_key=n|12",
                "created_from=1|*",
                "created_to=1|0",
                "created_from=x|0",
                "pagiante=false&nonsense=1|*",
            })
    void filtersSeeTheWholeStoredDocument(String query, String expected) {
        assertThat(count(query)).isEqualTo(expected.equals("*") ? all() : Integer.parseInt(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "filter_not_name=d3|filter_name=d3",
                "key_missing=empty|has_key=empty",
                "filter_none_name=[\"d1\"]|filter_any_name=[\"d1\"]",
                "filter_array_intersect_none_tags=[\"t0\"]|filter_array_intersect_any_tags=[\"t0\"]",
                "value_missing=empty|has_value=empty",
            })
    void negativeFiltersKeepTheRest(String filter, String opposite) {
        assertThat(count(filter) + count(opposite)).isEqualTo(all());
    }

    @Test
    void aMissingKeyEqualsTheEmptyText() {
        assertThat(count("filter_empty=")).isEqualTo(all());
    }

    @Test
    void rowsAreAsWideAsTheClientAsks() {
        JsonObject row = (JsonObject) list("filter_name=d3&fields=%5B%22name%22,%22sub.x%22,%22pvt_created%22%5D")
                .body()
                .array("data")
                .get(0);
        assertThat(row.without("id")).isEqualTo(json("{'name':'d3','sub':{'x':'v3'}}"));
    }

    @Test
    void newerFiltersAreOrdinaryKeysInKazoo50() {
        TestClient old = older.as("grace");
        String users = older.path("grace") + "/users";
        assertThat(old.get(users + "?filter_any_priv_level=%5B%22admin%22%5D")
                        .body()
                        .array("data")
                        .size())
                .isZero();
        assertThat(old.get(users + "?filter_priv_level=admin")
                        .body()
                        .array("data")
                        .size())
                .isEqualTo(1);
        assertThat(grace.get(demo.path("grace") + "/users?filter_any_priv_level=%5B%22admin%22%5D")
                        .body()
                        .array("data")
                        .size())
                .isEqualTo(1);
    }

    @Nested
    class Forms {
        @Test
        void aTableHasOneLineForEachDocument() {
            TestClient.Response response = sofia.with("Accept", "text/csv")
                    .get(devices + "?filter_name=d3&fields=%5B%22name%22,%22sub.x%22,%22tags%22%5D");
            assertThat(response.header("content-type")).isEqualTo("text/csv");
            assertThat(response.header("content-disposition"))
                    .matches("attachment; filename=\"json_[0-9a-f]{22}.csv\"");
            assertThat(response.text())
                    .matches("\"ID\",\"name\",\"sub_x\",\"tags\"\n\"[0-9a-f]{32}\",\"d3\",\"v3\",\"t0,all\"\n");
        }

        @Test
        void aTableCanBeAskedForInTheQuery() {
            assertThat(list("accept=csv&file_name=my.csv").header("content-disposition"))
                    .isEqualTo("attachment; filename=\"my.csv\"");
        }

        @Test
        void anEmptyTableIsNoContent() {
            TestClient.Response response = list("accept=csv&filter_name=nobody");
            assertThat(response.status()).isEqualTo(204);
            assertThat(response.text()).isEmpty();
        }

        @Test
        void aStreamHasItsKeysBehindTheRows() {
            TestClient.Response response = list("is_chunked=true&page_size=5");
            assertThat(response.header("transfer-encoding")).isEqualTo("chunked");
            assertThat(response.header("etag")).isNull();
            assertThat(response.text()).startsWith("{\"data\":[{");
            assertThat(response.body().keys())
                    .contains("page_size", "next_start_key", "status", "request_id", "node", "timestamp", "version")
                    .doesNotContain("tokens", "metadata", "revision");
            assertThat(response.body().integer(-1, "page_size")).isEqualTo(5);
            TestClient.Response old = older.as("grace").get(older.path("grace") + "/users?is_chunked=true");
            assertThat(old.body().text("page_size")).isEqualTo("3");
        }
    }
}
