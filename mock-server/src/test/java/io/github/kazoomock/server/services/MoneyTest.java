package io.github.kazoomock.server.services;

import static io.github.kazoomock.server.services.Market.json;
import static io.github.kazoomock.server.services.Market.rows;
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

/** Limits, ledgers, transactions and cards (services sheet 6.5, 9.3 to 9.5 and 10). */
@Timeout(60)
class MoneyTest {
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

    private static double balance(String account) {
        Response total = market.as("Crown").get(account, "ledgers/total");
        return Double.parseDouble(String.valueOf(total.data().get("amount")));
    }

    private static String call(double amount, String id) {
        return "{'amount':" + amount + ",'description':'US','source':{'service':'support','id':'" + id
                + "'},'usage':{'type':'voice','quantity':60,'unit':'sec'},'period':{'start':63745000000}}";
    }

    @Nested
    class LimitsOfAnAccount {
        @Test
        void areTheDefaultsUntilTheyAreSetAndAskingSavesNone() {
            JsonObject defaults = json("{'allow_prepay':true,'authz_resource_types':[],'id':'limits'}");
            assertThat(market.as("Stall").get("Stall", "limits").data()).isEqualTo(defaults);
            assertThat(market.as("Stall")
                            .get("Stall", "services/summary")
                            .data()
                            .object("limits"))
                    .isEqualTo(json("{'id':'limits'}"));
        }

        @Test
        void areReplacedAndShownWithTheirPostpaySettings() {
            Market.Client trader = market.as("Trader");
            trader.post("Stall", "limits", "{'calls':5}");
            Response response = trader.post("Stall", "limits", "{'twoway_trunks':-1,'allow_postpay':true}");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.data())
                    .isEqualTo(
                            json("{'allow_prepay':true,'authz_resource_types':[],'id':'limits','twoway_trunks':-1}"));
            assertThat(response.body().text("revision")).startsWith("2-");
            Response shown = market.as("Stall").get("Stall", "limits");
            assertThat(shown.data()).isEqualTo(response.data());
            assertThat(shown.body().object("metadata").get("allow_postpay")).isEqualTo(Json.of(false));
            assertThat(shown.body().object("metadata").get("max_postpay_amount"))
                    .isEqualTo(Json.of(0));
        }

        @ParameterizedTest
        @CsvSource({"Stall, Stall, 403", "Stall, Cart, 403", "Kiosk, Kiosk, 200", "Crown, Cart, 200"})
        void areSetByTheResellerAndByDirectCustomersThemselves(String who, String account, int status) {
            assertThat(market.as(who).post(account, "limits", "{}").status()).isEqualTo(status);
        }

        @Test
        void areNoSmallerThanMinusOne() {
            Response response = market.as("Trader").post("Stall", "limits", "{'inbound_trunks':-2}");
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.data().object("inbound_trunks").keys()).containsExactly("minimum");
        }

        @Test
        void inKazoo50AreNoSmallerThanNothingAndShowEverythingInTheData(@TempDir Path folder) {
            try (Market older = Market.open(folder, "kazoo-5.0")) {
                Response refused = older.as("Trader").post("Stall", "limits", "{'inbound_trunks':-1}");
                assertThat(refused.data())
                        .isEqualTo(json("{'inbound_trunks':{'minimum':{'message':'Value must be at least 0',"
                                + "'target':0,'value':-1}}}"));
                older.as("Trader").post("Stall", "limits", "{}");
                assertThat(older.as("Stall").get("Stall", "limits").data().keys())
                        .contains("allow_postpay", "max_postpay_amount");
            }
        }
    }

    @Nested
    class LedgersOfAnAccount {
        @Test
        void areBookedByTheResellerAndSummedUp() {
            Market.Client trader = market.as("Trader");
            Response debit = trader.put("Stall", "ledgers/debit", call(6, "t-1"));
            assertThat(debit.status()).as(debit.text()).isEqualTo(201);
            JsonObject ledger = debit.data();
            assertThat(ledger.text("id")).matches("202605-[0-9a-f]{32}");
            assertThat(ledger.get("amount")).isEqualTo(Json.of(-6.0));
            assertThat(ledger.object("executor")).isEqualTo(json("{'trigger':'crossbar','module':'cb_ledgers'}"));
            assertThat(ledger.object("account")).isEqualTo(json("{'id':'" + market.id("Stall") + "','name':'Stall'}"));
            trader.put("Stall", "ledgers/credit", call(10.5, "t-2"));
            assertThat(balance("Stall")).isEqualTo(4.5);
            assertThat(market.as("Stall").get("Stall", "ledgers").data())
                    .isEqualTo(json("{'rollovers':{'amount':0.0,'usage':{'quantity':0}},"
                            + "'support':{'amount':4.5,'usage':{'type':'voice','quantity':120,'unit':'sec'}}}"));
        }

        @Test
        void ofAFreshAccountAreARolloverOfNothing() {
            assertThat(market.as("Stall").get("Stall", "ledgers").data())
                    .isEqualTo(json("{'rollovers':{'amount':0.0,'usage':{'quantity':0}}}"));
            assertThat(market.as("Stall").get("Stall", "ledgers/total").data()).isEqualTo(json("{'amount':0.0}"));
        }

        @Test
        void areListedAndShownByService() {
            String id = market.as("Trader")
                    .put("Stall", "ledgers/debit", call(6, "t-1"))
                    .data()
                    .textOr("id", "");
            Market.Client stall = market.as("Stall");
            assertThat(rows(stall.get("Stall", "ledgers/support")).size()).isEqualTo(1);
            assertThat(rows(stall.get("Stall", "ledgers/other")).size()).isZero();
            assertThat(stall.get("Stall", "ledgers/support/" + id).data().text("id"))
                    .isEqualTo(id);
            assertThat(stall.get("Stall", "ledgers/other/" + id).status()).isEqualTo(404);
            assertThat(rows(stall.get("Stall", "ledgers/available")).size()).isEqualTo(4);
            JsonObject month = stall.get("Stall", "ledgers/summary/202605").data();
            assertThat(month.object("summary").keys()).containsExactly("rollovers", "support");
            assertThat(((JsonObject) month.array("breakdown").get(0)).get("total"))
                    .isEqualTo(Json.of(-6.0));
            Response bad = stall.get("Stall", "ledgers/summary/x");
            assertThat(bad.status()).isEqualTo(404);
            assertThat(rows(bad)).isEqualTo(Market.array("['x']"));
        }

        @Test
        void areStreamedUnlessTheyAreWantedWhole() {
            market.as("Trader").put("Stall", "ledgers/debit", call(6, "t-1"));
            Market.Client stall = market.as("Stall");
            Response streamed = stall.get("Stall", "ledgers/support");
            assertThat(streamed.header("transfer-encoding")).isEqualTo("chunked");
            assertThat(streamed.body().has("tokens")).isFalse();
            Response whole = stall.get("Stall", "ledgers/support?is_chunked=false");
            assertThat(whole.header("transfer-encoding")).isNull();
            assertThat(whole.body().has("tokens")).isTrue();
            assertThat(whole.body().get("data")).isEqualTo(streamed.body().get("data"));
        }

        @Test
        void areBookedOnceAndBoundToFollowTheSchema() {
            Market.Client trader = market.as("Trader");
            trader.put("Stall", "ledgers/debit", call(6, "t-1"));
            assertThat(trader.put("Stall", "ledgers/debit", call(6, "t-1")).status())
                    .isEqualTo(409);
            assertThat(trader.put("Stall", "ledgers/debit", "{}").data().keys()).contains("source", "usage");
            assertThat(trader.put("Stall", "ledgers/debit", call(0, "t-3")).status())
                    .isEqualTo(400);
            assertThat(trader.put("Stall", "ledgers/debit", call(0.5, "t-4")).status())
                    .isEqualTo(201);
            assertThat(market.as("Stall")
                            .put("Stall", "ledgers/credit", call(1, "t-5"))
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void inKazoo50AreAtLeastADollar(@TempDir Path folder) {
            try (Market older = Market.open(folder, "kazoo-5.0")) {
                Response refused = older.as("Trader").put("Stall", "ledgers/debit", call(0.5, "t-1"));
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.data().object("amount", "minimum").integer(0, "target"))
                        .isEqualTo(1);
            }
        }

        @Test
        void touchTheResellerTooOnDemand() {
            String body = "{'data':" + call(6, "t-1") + ",'impact_reseller':true}";
            JsonObject both = market.as("Trader")
                    .send("PUT", "Stall", "ledgers/debit", body)
                    .data();
            assertThat(both.keys()).containsExactly(market.id("Stall"), market.id("Trader"));
            assertThat(both.object(market.id("Trader")).get("available_dollars"))
                    .isEqualTo(Json.of(-6.0));
            assertThat(balance("Trader")).isEqualTo(-6.0);
        }

        @Test
        void outsideOfTheWindowAreNotListed() {
            market.as("Trader").put("Stall", "ledgers/debit", call(6, "t-1"));
            market.clock("2026-08-01T00:00:00Z");
            assertThat(rows(market.as("Stall").get("Stall", "ledgers/support")).size())
                    .isZero();
            assertThat(balance("Stall")).as("what was before rolled over").isEqualTo(-6.0);
            assertThat(market.as("Stall")
                            .get("Stall", "ledgers?created_from=200&created_to=100")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class Topups {
        @Test
        void areFreeWhereNobodyCollects() {
            Response response = market.as("Stall").post("Stall", "services/topup", "{'amount':25}");
            assertThat(response.status()).as(response.text()).isEqualTo(200);
            JsonObject ledger = response.data().object("ledger");
            assertThat(response.data().keys()).containsExactly("ledger");
            assertThat(ledger.text("description")).isEqualTo("Manual top-up");
            assertThat(ledger.object("executor")).isEqualTo(json("{'trigger':'manual','module':'kz_services_topup'}"));
            assertThat(ledger.text("source", "service")).isEqualTo("payments");
            assertThat(balance("Stall")).isEqualTo(25.0);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"{}", "{'amount':0}", "{'amount':'much'}"})
        void needAnAmount(String body) {
            Response response = market.as("Stall").post("Stall", "services/topup", body);
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.data())
                    .isEqualTo(json("{'amount':{'required':{'message':'Field is required but missing'}}}"));
        }

        @Test
        void needACardWhereABookkeeperCollects() {
            market.as("Trader")
                    .post("Stall", "services/" + Market.PHONES, "{'overrides':{'bookkeeper':{'type':'braintree'}}}");
            Response refused = market.as("Stall").post("Stall", "services/topup", "{'amount':25}");
            assertThat(refused.status()).isEqualTo(402);
            assertThat(refused.body().text("message")).isEqualTo("no_payment_token");
            market.as("Stall").post("Stall", "braintree/customer", "{'credit_card':{'number':'4111 1111 1111 1111'}}");
            Response paid = market.as("Stall").post("Stall", "services/topup", "{'amount':25}");
            assertThat(paid.data().keys()).containsExactly("transaction", "ledger");
            assertThat(rows(market.as("Stall").get("Stall", "transactions")).size())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Payments {
        @Test
        void areListedShownAndLeaveOutWhatOnlyOlderClientsKnow() {
            Response credit = market.as("Trader").put("Stall", "transactions/credit", "{'amount':20}");
            assertThat(credit.status()).as(credit.text()).isEqualTo(201);
            assertThat(credit.data().without("id").without("created"))
                    .isEqualTo(json("{'amount':20.0,'status':'completed','description':'admin_discretion',"
                            + "'metadata':{'auth_account_id':'" + market.id("Trader")
                            + "'},'reason':'manual_addition','code':3001,'type':'credit','version':2}"));
            Market.Client stall = market.as("Stall");
            JsonObject row =
                    (JsonObject) rows(stall.get("Stall", "transactions")).get(0);
            assertThat(row.keys())
                    .containsExactly("id", "amount", "status", "executor", "description", "metadata", "created");
            JsonObject whole =
                    stall.get("Stall", "transactions/" + row.textOr("id", "")).data();
            assertThat(whole.keys()).contains("account", "audit", "bookkeeper").doesNotContain("reason", "code");
            assertThat(stall.get("Stall", "transactions/nothing").status()).isEqualTo(404);
        }

        @Test
        void changeTheBalance() {
            market.as("Trader").put("Stall", "transactions/credit", "{'amount':20}");
            market.as("Trader").send("DELETE", "Stall", "transactions/debit", "{'data':{'amount':5.5}}");
            assertThat(market.as("Stall")
                            .get("Stall", "transactions/current_balance")
                            .data())
                    .isEqualTo(json("{'balance':14.5}"));
        }

        @Test
        void ofOlderClientsAreForResellersAndDirectCustomers() {
            String twenty = "{'amount':20}";
            assertThat(market.as("Kiosk")
                            .put("Kiosk", "transactions/credit", twenty)
                            .status())
                    .isEqualTo(201);
            Response contact = market.as("Stall").put("Stall", "transactions/credit", twenty);
            assertThat(contact.status()).isEqualTo(400);
            assertThat(contact.data().text("amount", "forbidden", "cause")).isEqualTo(market.id("Trader"));
            assertThat(market.as("Stall")
                            .put("Cart", "transactions/credit", twenty)
                            .status())
                    .isEqualTo(403);
            assertThat(market.as("Stall")
                            .send("DELETE", "Cart", "transactions/debit", "{'data':{'amount':5}}")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void haveNoSubscriptions() {
            Response response = market.as("Stall").get("Stall", "transactions/subscriptions");
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.data().text("cause")).isEqualTo("no data found in braintree");
            assertThat(rows(market.as("Stall").get("Stall", "transactions/monthly_recurring"))
                            .size())
                    .isZero();
        }

        @Test
        void needABookkeeperThatCollects() {
            Market.Client trader = market.as("Trader");
            assertThat(trader.put("Stall", "transactions/sale", "{}")
                            .data()
                            .object("amount")
                            .keys())
                    .containsExactly("required");
            assertThat(trader.put("Stall", "transactions/refund", "{'amount':-1}")
                            .data()
                            .text("amount", "minimum", "message"))
                    .isEqualTo("Amount must be greater than 0");
            Response none = trader.put("Stall", "transactions/sale", "{'amount':5}");
            assertThat(none.status()).isEqualTo(500);
            assertThat(none.body().text("message")).isEqualTo("invalid_bookkeeper");
            assertThat(market.as("Stall")
                            .put("Stall", "transactions/sale", "{'amount':5}")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void inKazoo50AreNewOnesOnly(@TempDir Path folder) {
            try (Market older = Market.open(folder, "kazoo-5.0")) {
                Response balance = older.as("Stall").get("Stall", "transactions/current_balance");
                assertThat(balance.status()).isEqualTo(404);
                assertThat(balance.body().text("message")).isEqualTo("bad_identifier");
            }
        }
    }

    @Nested
    class Cards {
        @Test
        void ofAnUnknownCustomerAreNone() {
            assertThat(market.as("Stall").get("Stall", "braintree/customer").data())
                    .isEqualTo(json("{'id':'" + market.id("Stall") + "','credit_cards':[],'addresses':[]}"));
        }

        @Test
        void areKeptWithoutTheirNumber() {
            Response response = market.as("Stall")
                    .post(
                            "Stall",
                            "braintree/customer",
                            "{'first_name':'Ann','credit_card':{'number':'4111111111111111','cvv':'123',"
                                    + "'expiration_date':'10/2030','cardholder_name':'Ann Doe'}}");
            assertThat(response.status()).as(response.text()).isEqualTo(200);
            assertThat(response.text()).doesNotContain("4111111111111111").doesNotContain("cvv");
            JsonObject card = (JsonObject) response.data().array("credit_cards").get(0);
            assertThat(card.text("last_four")).isEqualTo("1111");
            assertThat(market.as("Stall")
                            .get("Stall", "services/summary")
                            .data()
                            .object("payment_tokens")
                            .keys())
                    .containsExactly(card.text("id"));
            assertThat(market.as("Stall")
                            .get("Stall", "braintree/customer")
                            .data()
                            .text("first_name"))
                    .isEqualTo("Ann");
        }

        @Test
        void payIntoAnAccount() {
            Response response = market.as("Kiosk").put("Kiosk", "braintree/credits", "{'amount':20.0}");
            assertThat(response.status()).as(response.text()).isEqualTo(201);
            assertThat(response.data().keys()).contains("id", "order_id", "bookkeeper_info");
            assertThat(response.data().text("bookkeeper_info", "amount")).isEqualTo("20.00");
            assertThat(market.as("Kiosk")
                            .get("Kiosk", "transactions/current_balance")
                            .data())
                    .isEqualTo(json("{'balance':20.0}"));
            assertThat(market.as("Kiosk").get("Kiosk", "braintree/credits").data())
                    .isEqualTo(json("{'amount':20.0,'billing_account_id':'" + market.id("Kiosk") + "'}"));
        }

        @Test
        void payUpToAMaximumAndNotForOthersCustomers() {
            Response much = market.as("Kiosk").put("Kiosk", "braintree/credits", "{'amount':520}");
            assertThat(much.status()).isEqualTo(400);
            assertThat(much.data())
                    .isEqualTo(json("{'amount':{'maximum':{'message':'Available credit can not exceed $500.0',"
                            + "'cause':520.0}}}"));
            Response refused = market.as("Stall").put("Stall", "braintree/credits", "{'amount':5}");
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.body().text("message")).isEqualTo("forbidden");
            assertThat(market.as("Trader")
                            .put("Stall", "braintree/credits", "{'amount':5}")
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void inKazoo50PayNothing(@TempDir Path folder) {
            try (Market older = Market.open(folder, "kazoo-5.0")) {
                assertThat(older.as("Kiosk").get("Kiosk", "braintree/credits").status())
                        .isEqualTo(404);
                assertThat(older.as("Kiosk").get("Kiosk", "braintree/customer").status())
                        .isEqualTo(200);
            }
        }
    }
}
