package io.github.kazoomock.server.services;

import static io.github.kazoomock.server.services.Market.json;
import static io.github.kazoomock.server.services.Market.rows;
import static io.github.kazoomock.server.services.Market.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities as documents come and go, and what the books say of it (services sheet 3, 7 and 8). */
@Timeout(60)
class BooksTest {
    private static Market market;

    @BeforeAll
    static void open(@TempDir Path folder) {
        market = Market.open(folder);
    }

    @AfterAll
    static void close() {
        market.close();
    }

    @BeforeEach
    void reset() {
        market.reset();
    }

    private static JsonObject quantities(String account, String part) {
        return market.as("Crown").get(account, "services/summary").data().object("quantities", part);
    }

    private static String made(Response response) {
        assertThat(response.status()).as(response.text()).isEqualTo(201);
        return response.data().textOr("id", "");
    }

    @Nested
    class Counting {
        @Test
        void followsADocumentThroughItsLife() {
            Market.Client stall = market.as("Stall");
            String id = made(stall.put("Stall", "devices", "{'name':'a','device_type':'softphone'}"));
            assertThat(quantities("Stall", "account").object("devices")).isEqualTo(json("{'softphone':1}"));
            market.as("Crown").patch("Stall", "devices/" + id, "{'device_type':'fax'}");
            assertThat(quantities("Stall", "account").object("devices")).isEqualTo(json("{'fax':1}"));
            stall.patch("Stall", "devices/" + id, "{'enabled':false}");
            assertThat(quantities("Stall", "account").has("devices")).isFalse();
            stall.patch("Stall", "devices/" + id, "{'enabled':true}");
            stall.delete("Stall", "devices/" + id);
            assertThat(quantities("Stall", "account").has("devices")).isFalse();
        }

        @Test
        void reachesEveryAccountAboveAndNoneBeside() {
            made(market.as("Cart").put("Cart", "users", user("ann", "user")));
            for (String above : new String[] {"Stall", "Trader", "Crown"}) {
                assertThat(quantities(above, "cascade").integer(0, "users", "user"))
                        .as(above)
                        .isEqualTo(1);
            }
            assertThat(quantities("Cart", "cascade")).isEqualTo(JsonObject.EMPTY);
            assertThat(quantities("Kiosk", "cascade")).isEqualTo(JsonObject.EMPTY);
        }

        @Test
        void takesAWholeAccountAlongWhenItMovesOrGoes() {
            Market.Client crown = market.as("Crown");
            crown.post("Stall", "move", "{'to':'" + market.id("Kiosk") + "'}");
            assertThat(quantities("Kiosk", "cascade"))
                    .isEqualTo(json("{'accounts':{'account':2},'users':{'admin':2}}"));
            assertThat(quantities("Trader", "cascade")).isEqualTo(JsonObject.EMPTY);
            assertThat(quantities("Crown", "cascade").integer(0, "accounts", "account"))
                    .isEqualTo(4);
            crown.delete("Cart", "");
            assertThat(quantities("Kiosk", "cascade"))
                    .isEqualTo(json("{'accounts':{'account':1},'users':{'admin':1}}"));
        }

        @Test
        void isLeftAloneByARefusedRequest() {
            JsonObject before = quantities("Stall", "account");
            market.as("Stall").put("Stall", "users", "{'first_name':''}");
            market.as("Stall")
                    .client()
                    .with("If-Match", "\"no\"")
                    .put("accounts/" + market.id("Stall") + "/users", json(user("bob", "user")));
            assertThat(quantities("Stall", "account")).isEqualTo(before);
        }

        @Test
        void anewChangesNothingWhenNothingDrifted() {
            JsonObject before = quantities("Stall", "cascade");
            Response response = market.as("Trader").post("Stall", "services/reconciliation", "{}");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().has("data")).isFalse();
            assertThat(quantities("Stall", "cascade")).isEqualTo(before);
            assertThat(market.as("Stall")
                            .post("Stall", "services/reconciliation", "{}")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class Logs {
        private void plan() {
            market.as("Trader").post("Stall", "services/" + Market.PHONES, "{}");
        }

        private Response device(String name) {
            return market.as("Trader").put("Stall", "devices", "{'name':'" + name + "'}");
        }

        @Test
        void areWrittenWhenAnInvoiceMovesAndOnlyThen() {
            assertThat(rows(market.as("Stall").get("Stall", "services/audit")).values())
                    .isEmpty();
            plan();
            market.clock("2026-05-16T10:20:31Z");
            device("a");
            market.as("Trader").put("Stall", "users", user("ann", "user"));
            Response list = market.as("Stall").get("Stall", "services/audit");
            assertThat(rows(list).values()).hasSize(2);
            JsonObject newest = (JsonObject) rows(list).get(0);
            assertThat(newest.without("id"))
                    .isEqualTo(json(
                            "{'status':'completed','type':['account']," + "'summary':{'today':10.0,'recurring':5.0}}"));
            assertThat(newest.text("id")).matches("202605-[0-9a-f]{32}");
            assertThat(((JsonObject) rows(list).get(1)).has("type"))
                    .as("plans changed")
                    .isFalse();
            assertThat(list.body().integer(0, "page_size")).isEqualTo(2);
            assertThat(list.body().text("start_key")).isNotNull();
        }

        @Test
        void tellWhoDidWhatToWhichAccount() {
            plan();
            device("a");
            JsonObject row =
                    (JsonObject) rows(market.as("Stall").get("Stall", "services/audit?filter_type=x")).values().stream()
                            .findFirst()
                            .orElse(JsonObject.EMPTY);
            assertThat(row).isEqualTo(JsonObject.EMPTY);
            String id = ((JsonObject) rows(market.as("Stall").get("Stall", "services/audit"))
                            .get(0))
                    .textOr("id", "");
            JsonObject log = logWithAccountType(id);
            JsonObject audit = log.object("audit");
            String trader = market.id("Trader");
            assertThat(log.keys()).containsExactly("id", "status", "audit", "invoice", "bookkeeper");
            assertThat(audit.isTrue("crossbar_request")).isTrue();
            assertThat(audit.object("authentication"))
                    .isEqualTo(json("{'type':'x-auth-token','account_id':'" + trader + "','account_name':'Trader'}"));
            assertThat(audit.object("agent").without("type_id"))
                    .isEqualTo(json("{'type':'user','account_id':'" + trader
                            + "','first_name':'admin','last_name':'Doe','full_name':'admin Doe'}"));
            assertThat(audit.object("request").without("id"))
                    .isEqualTo(json("{'client_ip':'127.0.0.1','method':'PUT','path':'/v2/accounts/" + market.id("Stall")
                            + "/devices'}"));
            assertThat(audit.object("account")).isEqualTo(json("{'id':'" + market.id("Stall") + "','name':'Stall'}"));
            assertThat(audit.object("changes"))
                    .isEqualTo(json(
                            "{'type':['account'],'account_id':'" + market.id("Stall") + "','account_name':'Stall'}"));
            JsonObject item = (JsonObject) log.object("invoice").array("items").get(0);
            assertThat(item.object("changes"))
                    .isEqualTo(json("{'type':'modified','difference':{'billable':1,'quantity':1}}"));
            assertThat(log.object("bookkeeper"))
                    .isEqualTo(json(
                            "{'type':'default','vendor_id':'" + trader + "','id':'default_bookkeeper','results':[]}"));
        }

        /** Of two logs of the same second the order is by id. */
        private JsonObject logWithAccountType(String id) {
            JsonObject log =
                    market.as("Stall").get("Stall", "services/audit/" + id).data();
            if (log.object("audit", "changes").has("type")) {
                return log;
            }
            String other = ((JsonObject) rows(market.as("Stall").get("Stall", "services/audit"))
                            .get(1))
                    .textOr("id", "");
            return market.as("Stall").get("Stall", "services/audit/" + other).data();
        }

        @Test
        void ofAnAncestorNameTheAccountBelowThatChanged() {
            market.as("Trader").post("Stall", "services/" + Market.PEOPLE, "{}");
            market.clock("2026-05-16T10:20:31Z");
            market.as("Cart").put("Cart", "users", user("ann", "user"));
            JsonObject row = (JsonObject)
                    rows(market.as("Stall").get("Stall", "services/audit")).get(0);
            JsonObject log = market.as("Stall")
                    .get("Stall", "services/audit/" + row.textOr("id", ""))
                    .data();
            assertThat(log.object("audit", "changes"))
                    .isEqualTo(json(
                            "{'type':['cascade'],'account_id':'" + market.id("Cart") + "','account_name':'Cart'}"));
        }

        @Test
        void areWrittenForEveryInvoiceWhenItIsSynchronized() {
            plan();
            assertThat(market.as("Trader")
                            .post("Stall", "services/synchronization", "{}")
                            .body()
                            .has("data"))
                    .isFalse();
            assertThat(rows(market.as("Stall").get("Stall", "services/audit")).values())
                    .hasSize(2);
        }

        @Test
        void areNeverOfTheMaster() {
            market.as("Crown").post("Crown", "services/" + Market.DIRECT, "{}");
            market.as("Crown").post("Crown", "services/manual", "{'limits':{'twoway_trunks':4}}");
            assertThat(rows(market.as("Crown").get("Crown", "services/audit")).values())
                    .isEmpty();
            assertThat(rows(market.as("Crown").get("Crown", "services/audit/summary"))
                            .values())
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"nothing", "202605-00000000000000000000000000000000"})
        void thatDoNotExistAreNotFound(String id) {
            Response response = market.as("Stall").get("Stall", "services/audit/" + id);
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.data()).isEqualTo(json("{'cause':'" + id + "','message':'bad identifier'}"));
        }
    }

    @Nested
    class SummariesByDay {
        private static final String APRIL = "created_from=63942825600&created_to=63945417600"; // 2026-04-09 to 05-09

        private void user(String name, String when) {
            market.clock(when);
            made(market.as("Stall").put("Stall", "users", Market.user(name, "user")));
        }

        private void threeDays() {
            user("ann", "2026-04-10T09:00:00Z");
            user("bea", "2026-04-10T23:59:59Z");
            user("cay", "2026-04-11T00:00:00Z");
            user("dan", "2026-05-01T12:00:00Z");
        }

        private JsonObject day(long addition, long removal, long quantity, long last) {
            return json(String.format(
                    "{'addition':%d,'removal':%d,'quantity':%d,'last_timestamp':%d,'sum_quantity':false}",
                    addition, removal, quantity, last));
        }

        @Test
        void showTheThreeDaysOnWhichUsersWereMade() {
            threeDays();
            Response all = market.as("Stall").get("Stall", "services/audit/summary?" + APRIL);
            JsonObject users = ((JsonObject) rows(all).get(0)).object("user");
            assertThat(users)
                    .isEqualTo(JsonObject.builder()
                            .put("2026-04-10", day(2, 0, 2, 63_943_084_799L))
                            .put("2026-04-11", day(1, 0, 3, 63_943_084_800L))
                            .put("2026-05-01", day(1, 0, 4, 63_944_856_000L))
                            .build());
            assertThat(all.body().integer(0, "page_size")).isEqualTo(1);
        }

        @Test
        void haveTheirOlderShapeByTheOlderPath() {
            threeDays();
            JsonObject older = market.as("Stall")
                    .get("Stall", "services/audit_summary?" + APRIL)
                    .data();
            assertThat(older.array("user").values())
                    .extracting(day -> ((JsonObject) day).keys().get(0))
                    .containsExactly("2026-04-10", "2026-04-11", "2026-05-01");
        }

        @ParameterizedTest
        @CsvSource({"audit/summary", "audit_summary"})
        void ofOneItemAreTheSameByBothPathsTheNewestDayFirst(String path) {
            threeDays();
            Response users = market.as("Stall").get("Stall", "services/" + path + "/user?" + APRIL);
            assertThat(rows(users).values())
                    .extracting(day -> ((JsonObject) day).keys().get(0))
                    .containsExactly("2026-05-01", "2026-04-11", "2026-04-10");
            Response turned = market.as("Stall").get("Stall", "services/" + path + "/user?ascending=true&" + APRIL);
            assertThat(((JsonObject) rows(turned).get(0)).keys()).containsExactly("2026-04-10");
            assertThat(rows(market.as("Stall").get("Stall", "services/" + path + "/nothing"))
                            .values())
                    .isEmpty();
        }

        @Test
        void countWholeDaysAtBothEnds() {
            threeDays();
            String noonToMidnight = "created_from=63943041600&created_to=63943084800"; // 04-10 12:00 to 04-11 00:00
            JsonObject users = ((JsonObject)
                            rows(market.as("Stall").get("Stall", "services/audit/summary?" + noonToMidnight))
                                    .get(0))
                    .object("user");
            assertThat(users.keys()).containsExactly("2026-04-10", "2026-04-11");
            assertThat(users.object("2026-04-10").integer(0, "addition")).isEqualTo(2);
        }

        @Test
        void haveAnObjectForEachYearTheOldestFirst() {
            user("ann", "2025-12-31T23:00:00Z");
            user("bea", "2026-01-01T01:00:00Z");
            Response years = market.as("Stall").get("Stall", "services/audit/summary");
            assertThat(rows(years).values())
                    .extracting(
                            year -> ((JsonObject) year).object("user").keys().get(0))
                    .containsExactly("2025-12-31", "2026-01-01");
        }

        @Test
        void addUpWhatCameAndWhatWentOnOneDay() {
            market.clock("2026-04-10T09:00:00Z");
            Market.Client stall = market.as("Stall");
            String id = made(stall.put("Stall", "users", Market.user("ann", "user")));
            stall.delete("Stall", "users/" + id);
            JsonObject users = ((JsonObject) rows(stall.get("Stall", "services/audit/summary?" + APRIL))
                            .get(0))
                    .object("user");
            assertThat(users.object("2026-04-10")).isEqualTo(day(1, 1, 0, 63_943_030_800L));
        }

        @Test
        void areOfTheCascadeAndOfQuantitiesByHandToo() {
            market.clock("2026-04-10T09:00:00Z");
            market.as("Cart").put("Cart", "devices", "{'name':'x'}");
            market.as("Trader").post("Stall", "services/manual", "{'space':{'sprockets':5}}");
            JsonObject year = (JsonObject) rows(market.as("Stall").get("Stall", "services/audit/summary?" + APRIL))
                    .get(0);
            assertThat(year.object("sip_device", "2026-04-10").integer(0, "addition"))
                    .isEqualTo(1);
            assertThat(year.object("sprockets", "2026-04-10").integer(0, "quantity"))
                    .isEqualTo(5);
        }

        @Test
        void inKazoo50AreOfResellersOnly(@TempDir Path folder) {
            try (Market older = Market.open(folder, "kazoo-5.0")) {
                older.clock("2026-04-10T09:00:00Z");
                older.as("Cart").put("Cart", "users", Market.user("ann", "user"));
                String path = "services/audit/summary?" + APRIL;
                assertThat(rows(older.as("Stall").get("Stall", path)).values()).isEmpty();
                assertThat(rows(older.as("Trader").get("Trader", path)).values())
                        .hasSize(1);
                assertThat(older.as("Stall")
                                .get("Stall", "services/audit_summary")
                                .status())
                        .isEqualTo(405);
                assertThat(older.as("Stall")
                                .get("Stall", "services/audit_summary/user")
                                .status())
                        .isEqualTo(404);
            }
        }

        @Test
        void tellUsageByTheOlderPath() {
            market.clock("2026-04-10T09:00:00Z");
            for (int i = 0; i < 2; i++) {
                market.as("Trader")
                        .put(
                                "Stall",
                                "ledgers/debit",
                                "{'amount':1,'source':{'service':'per-minute-voip','id':'call-" + i
                                        + "'},'usage':{'type':'voice','quantity':60,'unit':'sec'}}");
            }
            JsonObject calls = (JsonObject) market.as("Stall")
                    .get("Stall", "services/audit_summary?" + APRIL)
                    .data()
                    .array("per-minute-voip")
                    .get(0);
            assertThat(calls.object("2026-04-10"))
                    .isEqualTo(json("{'quantity':120,'last_timestamp':63943030800,'sum_quantity':true,'unit':'sec'}"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "created_from=200&created_to=100|created_to 100 is prior to created_from 200|200",
                    "created_from=100&created_to=99999999999|created_to 99999999999 is more than 31540000 seconds from created_from 100|99999999999",
                    "created_from=100|created_to 63946146030 is more than 2682000 seconds from created_from 100|63946146030",
                })
        void refuseAWindowThatMakesNoSense(String query, String message, long cause) {
            for (String path : new String[] {"services/audit/summary?", "services/audit_summary/user?"}) {
                Response response = market.as("Stall").get("Stall", path + query);
                assertThat(response.status()).isEqualTo(400);
                assertThat(response.data().object("created_from", "date_range"))
                        .isEqualTo(JsonObject.of("message", Json.of(message), "cause", Json.of(cause)));
            }
        }

        @Test
        void takeNonsenseForNoTimeAtAll() {
            assertThat(market.as("Stall")
                            .get("Stall", "services/audit/summary?created_from=x&created_to=-1")
                            .status())
                    .isEqualTo(200);
        }
    }
}
