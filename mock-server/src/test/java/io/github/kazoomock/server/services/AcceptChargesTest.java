package io.github.kazoomock.server.services;

import static io.github.kazoomock.server.services.Market.json;
import static io.github.kazoomock.server.services.Market.rows;
import static io.github.kazoomock.server.services.Market.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever pays more has to accept it first (services sheet 4.4, trap 18). */
@Timeout(60)
class AcceptChargesTest {
    private static final String PHONE = "{'data':{'name':'desk'}%s}";

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
    void phonesCost() {
        market.reset();
        market.as("Trader").post("Stall", "services/" + Market.PHONES, "{}");
    }

    private static int devices() {
        return rows(market.as("Stall").get("Stall", "devices")).size();
    }

    @Test
    void nothingIsSavedUntilTheyAreAccepted() {
        Response asked = market.as("Stall").put("Stall", "devices", "{'name':'desk'}");
        assertThat(asked.status()).isEqualTo(402);
        assertThat(asked.body().text("message")).isEqualTo("accept charges");
        assertThat(asked.body().text("error")).isEqualTo("402");
        JsonObject invoice = (JsonObject) rows(asked).get(0);
        assertThat(invoice.object("summary")).isEqualTo(json("{'today':10.0,'recurring':5.0}"));
        assertThat(invoice.array("activation_charges").get(0))
                .isEqualTo(json("{'billable':1,'category':'devices','item':'sip_device','name':'SIP Device',"
                        + "'rate':10.0,'total':10.0}"));
        assertThat(((JsonObject) invoice.array("items").get(0)).object("changes"))
                .isEqualTo(json("{'type':'modified','difference':{'billable':1,'quantity':1}}"));
        assertThat(devices()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devices|,'accept_charges':true|{'name':'desk'}",
                "devices|,'accept_charges':'true'|{'name':'desk'}",
                "devices?accept_charges=true||{'name':'desk'}",
                "devices||{'name':'desk','accept_charges':true}",
            })
    void theyAreAcceptedInAnyOfThreePlaces(String path, String root, String data) {
        String envelope = "{'data':" + data + (root == null ? "" : root) + "}";
        assertThat(market.as("Stall").send("PUT", "Stall", path, envelope).status())
                .isEqualTo(201);
        assertThat(devices()).isEqualTo(1);
    }

    @Test
    void theNextOneIsAskedForAgain() {
        market.as("Stall").send("PUT", "Stall", "devices", String.format(PHONE, ",'accept_charges':true"));
        JsonObject invoice = (JsonObject)
                rows(market.as("Stall").put("Stall", "devices", "{'name':'b'}")).get(0);
        JsonObject item = (JsonObject) invoice.array("items").get(0);
        assertThat(item.integer(0, "quantity")).isEqualTo(2);
        assertThat(item.object("changes", "difference").integer(0, "billable")).isEqualTo(1);
    }

    @Test
    void theyAreThoseOfTheCallersPlansNotTheTargets() {
        assertThat(market.as("Trader").put("Stall", "devices", "{'name':'a'}").status())
                .isEqualTo(201);
        assertThat(market.as("Crown").put("Stall", "devices", "{'name':'b'}").status())
                .isEqualTo(201);
        assertThat(market.as("Stall").put("Cart", "devices", "{'name':'c'}").status())
                .as("the plan does not count what is below")
                .isEqualTo(201);
        market.as("Trader").post("Stall", "services/" + Market.PEOPLE, "{}");
        assertThat(market.as("Stall").put("Cart", "users", user("ann", "user")).status())
                .as("this plan does")
                .isEqualTo(402);
        assertThat(market.as("Cart").put("Cart", "users", user("ann", "user")).status())
                .isEqualTo(201);
    }

    @Test
    void evenAnAdditionForNothingIsAskedFor() {
        market.as("Trader")
                .post(
                        "Stall",
                        "services/overrides",
                        "{'plan':{'devices':{'sip_device':{'rate':0,'activation_charge':0}}}}");
        assertThat(market.as("Stall").put("Stall", "devices", "{'name':'a'}").status())
                .isEqualTo(402);
    }

    @Test
    void whatIsNotInThePlanIsFreeAndSoIsLess() {
        assertThat(market.as("Stall").put("Stall", "users", user("ann", "user")).status())
                .isEqualTo(201);
        Response made = market.as("Trader").put("Stall", "devices", "{'name':'a'}");
        String device = "devices/" + made.data().textOr("id", "");
        assertThat(market.as("Stall")
                        .patch("Stall", device, "{'enabled':false}")
                        .status())
                .isEqualTo(200);
        assertThat(market.as("Stall").patch("Stall", device, "{'enabled':true}").status())
                .isEqualTo(402);
        assertThat(market.as("Stall").delete("Stall", device).status()).isEqualTo(200);
    }

    @Test
    void aBadBodyAndAStaleTagComeFirst() {
        assertThat(market.as("Stall")
                        .put("Stall", "devices", "{'device_type':'fax'}")
                        .status())
                .isEqualTo(400);
        assertThat(market.as("Stall")
                        .client()
                        .with("If-Match", "\"old\"")
                        .put("accounts/" + market.id("Stall") + "/devices", json("{'name':'a'}"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void changingPlansIsNeverQuoted() {
        market.as("Trader").post("Stall", "services/manual", "{'devices':{'sip_device':7}}");
        Response plans = market.as("Trader").post("Trader", "services", "{}");
        assertThat(plans.status()).as("its reseller is the master").isEqualTo(403);
        assertThat(market.as("Crown")
                        .post("Trader", "services/manual", "{'a':{'b':1}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAccountInBadStandingMayNotBuyWhereThatIsEnforced(@TempDir Path folder) {
        try (Market strict = Market.open(folder, "kazoo-5", "{'enforce_good_standing':true}")) {
            strict.as("Trader").post("Stall", "services/" + Market.PHONES, "{}");
            strict.as("Crown").post("Stall", "services/status", "{'in_good_standing':false,'reason':'late'}");
            Response refused =
                    strict.as("Stall").send("PUT", "Stall", "devices", String.format(PHONE, ",'accept_charges':true"));
            assertThat(refused.status()).isEqualTo(402);
            assertThat(refused.body().text("message")).isEqualTo("billing_issue");
            assertThat(refused.data().text("reason")).isEqualTo("late");
        }
    }

    @Test
    void trunksAreQuotedLikeEverythingElse() {
        market.as("Crown").post("Kiosk", "services/" + Market.DIRECT, "{}");
        assertThat(market.as("Kiosk")
                        .post("Kiosk", "limits", "{'twoway_trunks':2}")
                        .status())
                .isEqualTo(402);
        Response saved = market.as("Kiosk").post("Kiosk", "limits?accept_charges=true", "{'twoway_trunks':2}");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(market.as("Kiosk")
                        .post("Kiosk", "limits", "{'twoway_trunks':1}")
                        .status())
                .isEqualTo(200);
    }
}
