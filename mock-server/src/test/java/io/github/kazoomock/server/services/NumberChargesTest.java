package io.github.kazoomock.server.services;

import static io.github.kazoomock.server.services.Market.json;
import static io.github.kazoomock.server.services.Market.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What numbers count for, and what has to be accepted for them (services sheet 3.1, decision S13). */
@Timeout(60)
class NumberChargesTest {
    private Market market;

    @BeforeEach
    void open(@TempDir Path folder) {
        market = Market.open(folder);
    }

    @AfterEach
    void close() {
        market.close();
    }

    private JsonObject quantities(String part) {
        return market.as("Crown").get("Stall", "services/summary").data().object("quantities", part);
    }

    private String offered(String account) {
        Response found = market.as(account).get(account, "phone_numbers?prefix=415");
        return ((JsonObject) rows(found).get(0)).textOr("number", "");
    }

    private void numbersCost() {
        market.as("Trader").patch("Stall", "services/overrides", "{'plan':{'phone_numbers':{'did_us':{'rate':3}}}}");
        market.as("Trader").post("Stall", "services/" + Market.PHONES, "{}");
    }

    @Test
    void aNumberCountsByKindCarrierAndFeature() {
        market.as("Stall").put("Stall", "phone_numbers/" + offered("Stall") + "/activate", "{}");
        assertThat(quantities("account").object("phone_numbers")).isEqualTo(json("{'did_us':1}"));
        assertThat(quantities("account").object("number_carriers")).isEqualTo(json("{'knm_other':1}"));
    }

    @Test
    void aLocalNumberIsNoNumberToBill() {
        market.as("Crown").put("Stall", "phone_numbers/+14155550111", "{'prepend':{'enabled':true}}");
        assertThat(quantities("account").has("phone_numbers")).isFalse();
        assertThat(quantities("account").object("number_services")).isEqualTo(json("{'local':1,'prepend':1}"));
        market.as("Stall").delete("Stall", "phone_numbers/+14155550111");
        assertThat(quantities("account").has("number_services")).isFalse();
    }

    @Test
    void numbersBelowAreTheCascadeOfTheList() {
        market.as("Cart").put("Cart", "phone_numbers/" + offered("Cart") + "/activate", "{}");
        assertThat(market.as("Stall").get("Stall", "phone_numbers").data().integer(0, "cascade_quantity"))
                .isEqualTo(1);
    }

    @Test
    void whatCostsIsNotDoneUntilItIsAccepted() {
        numbersCost();
        String number = offered("Stall");
        String path = "phone_numbers/collection/activate";
        Response asked = market.as("Stall").put("Stall", path, "{'numbers':['" + number + "']}");
        assertThat(asked.status()).isEqualTo(402);
        assertThat(asked.body().text("message")).isEqualTo("accept charges");
        assertThat(offered("Stall")).isEqualTo(number);
        Response bought =
                market.as("Stall").put("Stall", path + "?accept_charges=true", "{'numbers':['" + number + "']}");
        assertThat(bought.status()).isEqualTo(201);
    }

    @Test
    void givingOneUpAddsNothingToAccept() {
        numbersCost();
        String number = offered("Stall");
        String path = "phone_numbers/" + number;
        market.as("Stall").put("Stall", path + "/activate?accept_charges=true", "{}");
        assertThat(market.as("Stall").delete("Stall", path).status()).isEqualTo(200);
    }
}
