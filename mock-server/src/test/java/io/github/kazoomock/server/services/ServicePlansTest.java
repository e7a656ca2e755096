package io.github.kazoomock.server.services;

import static io.github.kazoomock.server.services.Market.json;
import static io.github.kazoomock.server.services.Market.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
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

/** Plans as older clients ask for them, and where plans come from (services sheet 9.2, decision S14). */
@Timeout(60)
class ServicePlansTest {
    private static final String PHONES = "service_plans/" + Market.PHONES;

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

    @Nested
    class OlderClients {
        @Test
        void listAndReadWhatAnAccountSells() {
            assertThat(rows(market.as("Trader").get("Trader", "service_plans")).size())
                    .isEqualTo(2);
            assertThat(rows(market.as("Stall").get("Stall", "service_plans")).size())
                    .isZero();
            assertThat(market.as("Trader").get("Trader", PHONES).data().text("name"))
                    .isEqualTo("Phones");
            assertThat(market.as("Stall").get("Stall", PHONES).status()).isEqualTo(404);
            assertThat(market.as("Stall")
                            .get("Stall", "service_plans/available/" + Market.PHONES)
                            .data()
                            .text("name"))
                    .isEqualTo("Phones");
            assertThat(rows(market.as("Stall").get("Stall", "service_plans/available"))
                            .size())
                    .isEqualTo(2);
        }

        @Test
        void addAndRemovePlansAndSeeThemMerged() {
            Market.Client trader = market.as("Trader");
            assertThat(trader.post("Stall", PHONES, "{}").data().object("plan").keys())
                    .containsExactly("devices", "voicemails");
            assertThat(trader.post("Stall", "service_plans", "{'add':['" + Market.PEOPLE + "']}")
                            .data()
                            .object("plan")
                            .keys())
                    .containsExactlyInAnyOrder("devices", "voicemails", "users");
            trader.delete("Stall", "service_plans/" + Market.PEOPLE);
            assertThat(trader.delete("Stall", PHONES).data()).isEqualTo(JsonObject.EMPTY);
            assertThat(market.as("Stall").post("Stall", PHONES, "{}").status()).isEqualTo(403);
            assertThat(trader.post("Stall", "service_plans/nothing", "{}").status())
                    .isEqualTo(404);
        }

        @Test
        void seeAnAccountsServicesAsOneObject() {
            market.as("Trader").post("Stall", PHONES, "{}");
            JsonObject current =
                    market.as("Stall").get("Stall", "service_plans/current").data();
            assertThat(current.object("plans").object(Market.PHONES).text("account_id"))
                    .isEqualTo(market.id("Trader"));
            assertThat(current.text("billing_id")).isEqualTo(market.id("Stall"));
            assertThat(current.isTrue("in_good_standing")).isTrue();
            assertThat(current.object("account_quantities").integer(0, "users", "admin"))
                    .isEqualTo(1);
            assertThat(current.object("items", "devices", "sip_device").text("name"))
                    .isEqualTo("SIP Device");
        }

        @Test
        void overrideAllPlansAsSuperduperAdmin() {
            market.as("Trader").post("Stall", PHONES, "{}");
            String overrides = "{'overrides':{'" + Market.PHONES + "':{'name':'x'}}}";
            assertThat(market.as("Trader")
                            .post("Stall", "service_plans/override", overrides)
                            .status())
                    .isEqualTo(403);
            assertThat(market.as("Crown")
                            .post("Stall", "service_plans/override", overrides)
                            .data()
                            .object(Market.PHONES, "overrides"))
                    .isEqualTo(json("{'name':'x'}"));
        }

        @ParameterizedTest
        @CsvSource({"reconciliation", "synchronization"})
        void reconcileAndSynchronize(String what) {
            Response response = market.as("Trader").post("Stall", "service_plans/" + what, "{}");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().has("data")).isFalse();
        }

        @Test
        void findNothingInKazoo50(@TempDir Path folder) {
            try (Market older = Market.open(folder, "kazoo-5.0")) {
                assertThat(older.as("Trader").get("Trader", "service_plans").status())
                        .isEqualTo(404);
            }
        }
    }

    /** No API of KAZOO makes plans. */
    @Nested
    class TheMockItself {
        private static final String PLAN = "{\"name\":\"Space\",\"plan\":{\"space\":{\"sprockets\":{\"rate\":2}}}}";

        private Response admin(String method, String path, String body) {
            return TestClient.of(market.server())
                    .send(method, "/__admin/service_plans/" + path, body.isEmpty() ? null : body);
        }

        @Test
        void makesPlansReplacesThemAndTakesThemAway() {
            String trader = market.id("Trader");
            Response made = admin("PUT", trader, PLAN);
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            String id = made.body().textOr("id", "");
            market.as("Trader").post("Stall", "services/manual", "{'space':{'sprockets':5}}");
            market.as("Trader").post("Stall", "services/" + id, "{}");
            assertThat(recurring()).isEqualTo("10.0");
            admin("PUT", trader + "/" + id, PLAN.replace("2", "3"));
            assertThat(recurring()).isEqualTo("15.0");
            assertThat(admin("GET", trader, "").body().array("service_plans").size())
                    .isEqualTo(3);
            assertThat(admin("DELETE", trader + "/" + id, "").status()).isEqualTo(200);
            assertThat(market.as("Stall")
                            .get("Stall", "services/summary")
                            .data()
                            .array("invoices")
                            .size())
                    .isZero();
        }

        private String recurring() {
            JsonObject invoice = (JsonObject) market.as("Stall")
                    .get("Stall", "services/summary")
                    .data()
                    .array("invoices")
                    .get(0);
            return String.valueOf(invoice.at("summary", "recurring"));
        }

        @Test
        void saysWhatIsWrong() {
            String trader = market.id("Trader");
            assertThat(admin("PUT", trader, "{}").body().text("message"))
                    .startsWith("plan is missing or no object; use");
            assertThat(admin("PUT", trader, "{\"plan\":{\"a\":1}}").body().text("message"))
                    .startsWith("plan/a is no object; use");
            assertThat(admin("PUT", trader, "{\"plan\":{\"a\":{\"b\":1}}}")
                            .body()
                            .text("message"))
                    .startsWith("plan/a/b is no object; use");
            assertThat(admin("PUT", "nobody", PLAN).body().text("message")).isEqualTo("no account has the id nobody");
            assertThat(admin("PUT", trader + "/plan_simple", PLAN).body().text("message"))
                    .startsWith("plan_simple is no id");
            assertThat(admin("DELETE", trader + "/x", "").status()).isEqualTo(400);
            assertThat(admin("POST", trader, PLAN).status()).isEqualTo(405);
        }
    }

    /** What the books say survives a stop and a start. */
    @Test
    void aSavedWorldKeepsPlansHistoryAndLedgers(@TempDir Path folder) {
        Market.Client trader = market.as("Trader");
        trader.post("Stall", "services/" + Market.PHONES, "{}");
        trader.put("Stall", "devices", "{'name':'a'}");
        trader.post("Stall", "limits", "{'calls':2}");
        trader.post("Stall", "services/topup", "{'amount':5}");
        market.server().save(folder);
        KazooServer.Builder builder = KazooServer.builder()
                .port(0)
                .clock(java.time.Instant.parse("2026-05-16T10:20:30Z"))
                .fixture(folder.toString());
        try (KazooServer again = builder.start()) {
            String stall = "accounts/" + market.id("Stall") + "/";
            TestClient before = trader.client();
            TestClient after = client(again);
            for (String path : new String[] {
                "services/audit", "services/audit/summary", "services/summary", "ledgers", "ledgers/total", "limits"
            }) {
                assertThat(after.get(stall + path).body().get("data"))
                        .as(path)
                        .isEqualTo(before.get(stall + path).body().get("data"));
            }
        }
    }

    private static String md5() {
        return io.github.kazoomock.server.world.Hash.md5("admin:admin");
    }

    private static TestClient client(KazooServer server) {
        Response login =
                TestClient.of(server).put("user_auth", json("{'credentials':'" + md5() + "','account_name':'Trader'}"));
        return TestClient.of(server).with("X-Auth-Token", login.body().textOr("auth_token", ""));
    }
}
