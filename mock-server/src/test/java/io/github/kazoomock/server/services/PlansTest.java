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

/** Which plans an account has, and what it pays for them (services sheet 1, 5 and 6). */
@Timeout(60)
class PlansTest {
    private static final String PHONES = "services/" + Market.PHONES;

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

    private static JsonObject assignment() {
        return JsonObject.of("vendor_id", Json.of(market.id("Trader")), "overrides", JsonObject.EMPTY);
    }

    private static void isForbidden(Response response) {
        assertThat(response.status()).as(response.text()).isEqualTo(403);
        assertThat(response.body().text("message")).isEqualTo("forbidden");
        assertThat(response.data()).isEqualTo(json("{'message':'forbidden'}"));
    }

    @Nested
    class Assigning {
        @Test
        void isForTheResellerAndShowsAllPlans() {
            Response response = market.as("Trader").post("Stall", PHONES, "{}");
            assertThat(response.status()).as(response.text()).isEqualTo(200);
            assertThat(response.data()).isEqualTo(JsonObject.of(Market.PHONES, assignment()));
            assertThat(market.as("Stall").get("Stall", "services").data()).isEqualTo(response.data());
        }

        @Test
        void isForNoOtherAncestorThanTheReseller() {
            isForbidden(market.as("Stall").post("Stall", PHONES, "{}"));
            isForbidden(market.as("Stall").post("Cart", PHONES, "{}"));
            assertThat(market.as("Crown").post("Cart", PHONES, "{}").status())
                    .as("the superduper admin")
                    .isEqualTo(200);
        }

        @Test
        void ofAnUnknownPlanIsNotFound() {
            for (String path : new String[] {"services/nothing", "services/" + Market.DIRECT}) {
                Response response = market.as("Trader").post("Stall", path, "{}");
                assertThat(response.status()).isEqualTo(404);
                assertThat(response.body().text("message")).isEqualTo("bad_identifier");
                assertThat(response.data().text("cause")).isEqualTo(path.substring("services/".length()));
            }
        }

        @Test
        void keepsOverridesUnlessOthersAreSentAndMergesThemOnDemand() {
            Market.Client trader = market.as("Trader");
            trader.post("Stall", PHONES, "{'overrides':{'plan':{'devices':{'sip_device':{'rate':4}}}}}");
            assertThat(trader.post("Stall", PHONES, "{}").data().object(Market.PHONES, "overrides"))
                    .isEqualTo(json("{'plan':{'devices':{'sip_device':{'rate':4}}}}"));
            String merged = "{'data':{'overrides':{'plan':{'devices':{'sip_device':{'minimum':1}}}}},'merge':true}";
            assertThat(trader.send("POST", "Stall", PHONES, merged).data().object(Market.PHONES, "overrides"))
                    .isEqualTo(json("{'plan':{'devices':{'sip_device':{'rate':4,'minimum':1}}}}"));
            assertThat(trader.post("Stall", PHONES, "{'overrides':{'name':'x'}}")
                            .data()
                            .object(Market.PHONES, "overrides"))
                    .isEqualTo(json("{'name':'x'}"));
        }

        @Test
        void worksInBulk() {
            Market.Client trader = market.as("Trader");
            String add = "{'add':['" + Market.PHONES + "',{'id':'" + Market.PEOPLE + "','contract':{'months':12}}]}";
            JsonObject plans = trader.post("Stall", "services", add).data();
            assertThat(plans.keys()).containsExactly(Market.PHONES, Market.PEOPLE);
            assertThat(plans.object(Market.PEOPLE, "contract")).isEqualTo(json("{'months':12}"));
            assertThat(trader.post("Stall", "services", "{'delete':['" + Market.PHONES + "']}")
                            .data()
                            .keys())
                    .containsExactly(Market.PEOPLE);
            assertThat(trader.post("Stall", "services", "{'add':['nothing']}").status())
                    .isEqualTo(404);
        }

        @Test
        void backTakesAPlanAwayAndOneThatWasNotThereChangesNothing() {
            Market.Client trader = market.as("Trader");
            trader.post("Stall", PHONES, "{}");
            assertThat(trader.delete("Stall", "services/" + Market.PEOPLE)
                            .data()
                            .keys())
                    .containsExactly(Market.PHONES);
            assertThat(trader.delete("Stall", PHONES).data()).isEqualTo(JsonObject.EMPTY);
            assertThat(trader.delete("Stall", "services/nothing").status()).isEqualTo(404);
        }
    }

    @Nested
    class Billing {
        @Test
        void isTheAccountsOwnUntilItsParentPays() {
            Market.Client cart = market.as("Cart");
            Response before = cart.get("Cart", "services");
            assertThat(before.data()).isEqualTo(JsonObject.EMPTY);
            assertThat(before.body().text("metadata", "billing_id")).isEqualTo(market.id("Cart"));
            String parent = market.id("Stall");
            Response changed = cart.post("Cart", "services", "{'billing_id':'" + parent + "'}");
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.data()).isEqualTo(JsonObject.of("billing_id", Json.of(parent)));
            assertThat(cart.get("Cart", "services").body().text("metadata", "billing_id"))
                    .isEqualTo(parent);
        }

        @Test
        void isNoMatterOfOthers() {
            Response response =
                    market.as("Cart").post("Cart", "services", "{'billing_id':'" + market.id("Trader") + "'}");
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body().text("message")).isEqualTo("invalid_billing_id");
            assertThat(response.data().text("billing_id", "invalid"))
                    .isEqualTo("Requested billing id is not the parent of this account");
        }

        @Test
        void inKazoo50IsIgnored(@TempDir Path folder) {
            try (Market older = Market.open(folder, "kazoo-5.0")) {
                String parent = "{'billing_id':'" + older.id("Stall") + "'}";
                isForbidden(older.as("Cart").post("Cart", "services", parent));
                Response plans = older.as("Trader").post("Cart", "services", parent);
                assertThat(plans.data()).isEqualTo(JsonObject.EMPTY);
                assertThat(plans.body().has("metadata")).isFalse();
            }
        }
    }

    @Nested
    class Status {
        @Test
        void isGoodUntilTheSuperduperAdminSaysOtherwise() {
            assertThat(market.as("Stall").get("Stall", "services/status").data())
                    .isEqualTo(json("{'in_good_standing':true}"));
            String bad = "{'in_good_standing':false,'reason':'late','reason_code':4}";
            isForbidden(market.as("Trader").post("Stall", "services/status", bad));
            assertThat(market.as("Crown").post("Stall", "services/status", bad).data())
                    .isEqualTo(json(bad));
            assertThat(market.as("Stall").get("Stall", "services/status").data())
                    .isEqualTo(json(bad));
            market.as("Crown").post("Stall", "services/status", "{'in_good_standing':true}");
            assertThat(market.as("Stall").get("Stall", "services/status").data())
                    .isEqualTo(json("{'in_good_standing':true}"));
        }

        @Test
        void inKazoo50IsTakenForAPlan(@TempDir Path folder) {
            try (Market older = Market.open(folder, "kazoo-5.0")) {
                assertThat(older.as("Stall").get("Stall", "services/status").status())
                        .isEqualTo(405);
            }
        }
    }

    @Nested
    class ByHand {
        @Test
        void quantitiesAreReplacedMergedAndForTheResellerOnly() {
            Market.Client trader = market.as("Trader");
            String sprockets = "{'space':{'sprockets':5}}";
            assertThat(trader.post("Stall", "services/manual", sprockets).data())
                    .isEqualTo(json(sprockets));
            assertThat(trader.patch("Stall", "services/manual", "{'space':{'cogs':1}}")
                            .data())
                    .isEqualTo(json("{'space':{'sprockets':5,'cogs':1}}"));
            assertThat(trader.post("Stall", "services/manual", "{'a':{'b':1}}").data())
                    .isEqualTo(json("{'a':{'b':1}}"));
            isForbidden(market.as("Stall").get("Stall", "services/manual"));
            isForbidden(market.as("Stall").post("Stall", "services/manual", sprockets));
        }

        @Test
        void anEmptyObjectChangesNothing() {
            Market.Client trader = market.as("Trader");
            trader.post("Stall", "services/manual", "{'a':{'b':1}}");
            assertThat(trader.post("Stall", "services/manual", "{}").data()).isEqualTo(json("{'a':{'b':1}}"));
            assertThat(trader.get("Stall", "services/manual").data()).isEqualTo(json("{'a':{'b':1}}"));
        }

        @Test
        void overridesAreReplacedOrMergedAndReadByAll() {
            Market.Client trader = market.as("Trader");
            String rate = "{'plan':{'devices':{'sip_device':{'rate':12}}}}";
            assertThat(trader.post("Stall", "services/overrides", rate).data()).isEqualTo(json(rate));
            JsonObject both = trader.patch("Stall", "services/overrides", "{'plan':{'users':{'_all':{'rate':3}}}}")
                    .data();
            assertThat(both)
                    .isEqualTo(json("{'plan':{'devices':{'sip_device':{'rate':12}},'users':{'_all':{'rate':3}}}}"));
            assertThat(market.as("Stall").get("Stall", "services/overrides").data())
                    .isEqualTo(both);
            isForbidden(market.as("Stall").patch("Stall", "services/overrides", rate));
            assertThat(trader.post("Stall", "services/overrides", "{}").data()).isEqualTo(JsonObject.EMPTY);
        }
    }

    @Nested
    class OnOffer {
        @Test
        void areTheResellersPlansTheLastIdFirst() {
            Response response = market.as("Stall").get("Stall", "services/available");
            assertThat(rows(response).values())
                    .extracting(row -> ((JsonObject) row).text("name"))
                    .containsExactlyInAnyOrder("Phones", "People");
            JsonObject phones =
                    (JsonObject) rows(market.as("Stall").get("Stall", "services/available?filter_name=Phones"))
                            .get(0);
            assertThat(phones)
                    .isEqualTo(json("{'id':'" + Market.PHONES
                            + "','name':'Phones','description':'Desk phones','category':'base'}"));
            assertThat(response.body().integer(0, "page_size")).isEqualTo(2);
            assertThat(rows(response).values())
                    .extracting(row -> ((JsonObject) row).textOr("id", ""))
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
            assertThat(rows(market.as("Kiosk").get("Kiosk", "services/available"))
                            .values())
                    .hasSize(1);
        }

        @Test
        void areShownWholeOnDemand() {
            JsonObject plan = (JsonObject) rows(market.as("Kiosk").get("Kiosk", "services/available?details=true"))
                    .get(0);
            assertThat(plan.object("plan", "limits", "twoway_trunks")).isEqualTo(json("{'rate':20}"));
        }

        @Test
        void isWhatPlansCanHold() {
            JsonObject editable =
                    market.as("Stall").get("Stall", "services/editable").data();
            assertThat(editable.object("devices").keys()).contains("_all", "sip_device", "softphone");
            assertThat(editable.object("devices", "_all").keys()).contains("rate", "as", "discounts", "step");
            assertThat(editable.object("devices", "sip_device").keys()).doesNotContain("as");
            assertThat(editable.has("account_apps")).isFalse();
            assertThat(market.as("Stall").client().get("services/editable").data())
                    .isEqualTo(editable);
        }
    }

    @Nested
    class Summaries {
        @Test
        void ofAFreshAccountHaveNoInvoicesAndItsQuantities() {
            JsonObject summary =
                    market.as("Stall").get("Stall", "services/summary").data();
            assertThat(summary.without("quantities"))
                    .isEqualTo(json("{'plans':{},'overrides':{},'invoices':[],'reseller':{'id':'" + market.id("Trader")
                            + "','is_reseller':false},'ratedeck':{},'applications':{},'limits':{'id':'limits'},"
                            + "'im':{},'payment_tokens':{},"
                            + "'billing_cycle':{'next':63947491200,'period':1,'unit':'month'},"
                            + "'status':{'acceptable':true,'reason':'good standing not required'}}"));
            assertThat(summary.object("quantities"))
                    .isEqualTo(json("{'account':{'accounts':{'account':1},'users':{'admin':1}},"
                            + "'cascade':{'accounts':{'account':1},'users':{'admin':1}},'manual':{}}"));
        }

        @Test
        void haveAnInvoiceOnceThereIsAPlan() {
            market.as("Trader").post("Stall", PHONES, "{}");
            market.as("Trader").post("Stall", "services/manual", "{'devices':{'sip_device':3}}");
            JsonObject summary =
                    market.as("Stall").get("Stall", "services/summary").data();
            JsonObject invoice = (JsonObject) summary.array("invoices").get(0);
            assertThat(invoice.object("summary")).isEqualTo(json("{'today':0.0,'recurring':15.0}"));
            assertThat(((JsonObject) invoice.array("items").get(0)).has("changes"))
                    .isFalse();
            assertThat(invoice.object("bookkeeper").text("vendor_id")).isEqualTo(market.id("Trader"));
        }

        @Test
        void areTablesOfItemsForThoseWhoWantTables() {
            market.as("Trader").post("Stall", PHONES, "{}");
            Response table = market.as("Stall").get("Stall", "services/summary?accept=csv");
            assertThat(table.header("content-type")).startsWith("text/csv");
            assertThat(table.text())
                    .startsWith("\"category\",\"item\",\"name\",\"quantity\"")
                    .contains("SIP Device");
        }

        @Test
        void areQuotedForPlansThatNobodyHasYet() {
            JsonObject quote = market.as("Stall")
                    .post("Stall", "services/quote", "{'plans':['" + Market.PEOPLE + "']}")
                    .data();
            JsonObject invoice = (JsonObject) quote.array("invoices").get(0);
            JsonObject users = (JsonObject) invoice.array("items").get(0);
            assertThat(users.integer(0, "quantity"))
                    .as("its own and the cart's")
                    .isEqualTo(2);
            assertThat(users.text("changes", "type")).isEqualTo("created");
            assertThat(market.as("Stall").get("Stall", "services").data())
                    .as("nothing is saved")
                    .isEqualTo(JsonObject.EMPTY);
        }

        @ParameterizedTest
        @CsvSource({"Crown, 200", "Trader, 403", "Stall, 403"})
        void areQuotedWithoutAnAccountForTheSuperduperAdmin(String who, int status) {
            assertThat(market.as(who)
                            .client()
                            .post("services/quote", JsonObject.EMPTY)
                            .status())
                    .isEqualTo(status);
        }
    }

    @Nested
    class Standing {
        @Test
        void isAskedForWhereItIsEnforced(@TempDir Path folder) {
            try (Market strict = Market.open(folder, "kazoo-5", "{'enforce_good_standing':true}")) {
                assertThat(status(strict).text("reason")).isEqualTo("no service plans assigned");
                strict.as("Trader").post("Stall", PHONES, "{}");
                assertThat(status(strict).text("reason"))
                        .isEqualTo("account " + strict.id("Stall") + " is in good standing");
                strict.as("Crown").post("Stall", "services/status", "{'in_good_standing':false,'reason':'late'}");
                assertThat(status(strict).isTrue("acceptable")).isFalse();
                assertThat(status(strict).text("reason")).isEqualTo("late");
            }
        }

        private JsonObject status(Market strict) {
            return strict.as("Stall").get("Stall", "services/summary").data().object("status");
        }
    }

    @Test
    void anUnknownPathIs404AndAKnownOneWithAnotherVerb405() {
        assertThat(market.as("Stall")
                        .get("Stall", "services/audit/summary/user/x")
                        .status())
                .isEqualTo(404);
        assertThat(market.as("Stall").get("Stall", "services/whatever").status())
                .isEqualTo(405);
        assertThat(market.as("Stall").delete("Stall", "services").status()).isEqualTo(405);
    }
}
