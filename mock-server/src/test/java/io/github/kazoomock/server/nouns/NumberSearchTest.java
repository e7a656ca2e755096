package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.NumbersOffice.path;
import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that can be had, and what can be asked about any (admin sheet 1.4, 1.8 and 1.9, decision R11). */
@Timeout(60)
class NumberSearchTest {
    private NumbersOffice numbers;

    @BeforeEach
    void open() {
        numbers = new NumbersOffice("kazoo-5");
    }

    @AfterEach
    void close() {
        numbers.close();
    }

    private List<Json> found(String query) {
        return found(numbers.office.get("phone_numbers?" + query));
    }

    private static List<Json> found(Response response) {
        return response.body().array("data").values();
    }

    private static String number(Json row) {
        return ((JsonObject) row).textOr("number", "");
    }

    @Test
    void isTheSameForTheSameQuestion() {
        List<Json> found = found("prefix=415&quantity=15");
        assertThat(found).hasSize(15).isEqualTo(found("prefix=%20415&quantity=15&blocks=3"));
        assertThat(found).allSatisfy(row -> {
            assertThat(number(row)).startsWith("+1415").hasSize(12);
            assertThat(((JsonObject) row).keys()).containsExactly("number", "state");
            assertThat(((JsonObject) row).text("state")).isEqualTo("discovery");
        });
        assertThat(found.stream().map(NumberSearchTest::number)).isSorted();
    }

    @Test
    void goesOnAtAnOffset() {
        List<Json> all = found("prefix=415&quantity=6");
        assertThat(found("prefix=415&quantity=3&offset=3")).isEqualTo(all.subList(3, 6));
        assertThat(found("prefix=415&quantity=3&offset=1000")).isEmpty();
    }

    @Test
    void findsOneUnlessMoreAreWantedAndNeverMoreThanFiveHundred() {
        assertThat(found("prefix=415")).hasSize(1);
        assertThat(found("prefix=415&quantity=0")).hasSize(1);
        assertThat(found("prefix=415&quantity=100000")).hasSize(500);
    }

    @Test
    void wantsThreeToTenDigits() {
        assertThat(numbers.office.get("phone_numbers?prefix=41").data().keys()).containsExactly("prefix");
        assertThat(numbers.office
                        .get("phone_numbers?prefix=41555501111")
                        .data()
                        .object("prefix")
                        .keys())
                .containsExactly("maxLength");
        assertThat(found("prefix=abc")).isEmpty();
        assertThat(numbers.office.get("phone_numbers?prefix=415&country=USA").status())
                .isEqualTo(400);
    }

    @Test
    void goesToOtherCountries() {
        assertThat(found("prefix=301&country=de&quantity=2"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(number(row)).startsWith("+49301"));
        assertThat(found("prefix=301&country=ZZ")).isEmpty();
    }

    @Test
    void findsWhatIsInTheSystemFromThePrefixUpwards() {
        numbers.made("+14159990111", "{'create_with_state':'available'}");
        numbers.made("+14159990112", "{'create_with_state':'reserved'}");
        numbers.local("+14159990113");
        assertThat(found("prefix=4158&quantity=500&offset=500").stream().map(NumberSearchTest::number))
                .containsExactly("+14159990111", "+14159990112");
        assertThat(found("prefix=415999011&quantity=50"))
                .contains(
                        json("{'number':'+14159990111','state':'available'}"),
                        json("{'number':'+14159990112','state':'reserved'}"))
                .noneMatch(row -> number(row).equals("+14159990113"));
        assertThat(found(numbers.office.as("edith").get("phone_numbers?prefix=415999011&quantity=50")))
                .noneMatch(row -> number(row).equals("+14159990112"));
    }

    @Test
    void isOpenToEverybodyAtTheTop() {
        TestClient anybody = TestClient.of(numbers.office.server());
        assertThat(found(anybody.get("phone_numbers?prefix=650&quantity=15"))).hasSize(15);
        Response none = anybody.get("phone_numbers");
        assertThat(none.status()).isEqualTo(500);
        assertThat(none.body().text("message")).isEqualTo("init failed");
        assertThat(anybody.get("phone_numbers/prefix?city=x").status()).isEqualTo(401);
        assertThat(numbers.office.client().get("phone_numbers/prefix?city=x").status())
                .isEqualTo(403);
    }

    @Test
    void inAResellersNameIsRestricted() {
        String seller = numbers.reseller.account();
        Response refused = numbers.office.get("phone_numbers?prefix=415&reseller_id=" + seller);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body().text("message")).isEqualTo("number search restricted");
        assertThat(numbers.office
                        .get("phone_numbers/carriers_info?reseller_id=x")
                        .body()
                        .text("message"))
                .isEqualTo("nonexistent reseller_id");
    }

    @Test
    void findsNothingWhereTheOperatorAsksOtherCarriers(@TempDir Path folder) throws IOException {
        String setting = "{'default':{'carrier_modules':['knm_local']}}";
        try (Office top = Office.of(Office.world(folder, "system_config/number_manager.json", setting))) {
            assertThat(found(top.get("phone_numbers?prefix=415"))).isEmpty();
        }
    }

    @Test
    void citiesHaveTheirPrefixes() {
        assertThat(numbers.office.get("phone_numbers/prefix?city=San%20F").data())
                .isEqualTo(json("{'San Francisco':{'prefixes':['415','628'],'state':'CA'}}"));
        for (String query : new String[] {"", "?city=Nowhere"}) {
            Response refused = numbers.office.get("phone_numbers/prefix" + query);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.data()).isEqualTo(json("{'message':'bad identifier'}"));
        }
    }

    @Test
    void classifiersTellKindsApart() {
        assertThat(numbers.office.get("phone_numbers/classifiers").data().keys())
                .contains("tollfree_us", "toll_us", "emergency", "caribbean", "did_us", "international", "unknown");
        JsonObject kind =
                numbers.office.get("phone_numbers/classifiers/4155550111").data();
        assertThat(kind.without("regex"))
                .isEqualTo(json("{'friendly_name':'US DID','pretty_print':'SS(###) ###-####','name':'did_us',"
                        + "'number':'4155550111','e164':'+14155550111'}"));
        assertThat(numbers.office.get("phone_numbers/classifiers/911").data().text("name"))
                .isEqualTo("emergency");
    }

    @Test
    void aNumberLeadsToItsAccount() {
        numbers.local("+14155550111");
        Office other = numbers.office.as("edith");
        assertThat(other.get(path("+14155550111") + "/identify").data())
                .isEqualTo(json("{'account_id':'" + numbers.office.account() + "','number':'+14155550111'}"));
        assertThat(other.get(path("+14155550112") + "/identify").data().text("cause"))
                .isEqualTo("+14155550112");
        numbers.made("+14155550113", "{'create_with_state':'available'}");
        Response free = other.get(path("+14155550113") + "/identify");
        assertThat(free.status()).isEqualTo(400);
        assertThat(free.body().text("message")).isEqualTo("client error");
        assertThat(free.body().text("data")).isEqualTo("unassigned");
        numbers.top("PATCH", "", "{'enabled':false}");
        Response disabled = other.get(path("+14155550111") + "/identify");
        assertThat(disabled.status()).isEqualTo(400);
        assertThat(disabled.data().text("cause")).isEqualTo("account_disabled");
    }

    @Test
    void carriersAreTold() {
        JsonObject info = numbers.office.get("phone_numbers/carriers_info").data();
        assertThat(info.integer(0, "maximal_prefix_length")).isEqualTo(10);
        assertThat(info.array("usable_carriers").texts()).contains("local", "other");
        assertThat(info.array("usable_creation_states").size()).isZero();
        assertThat(numbers.top("GET", "phone_numbers/carriers_info", "{}")
                        .data()
                        .array("usable_creation_states")
                        .texts())
                .containsExactly("aging", "available", "in_service", "port_in", "reserved");
    }

    @Test
    void whatTheCarrierSellsCanBeChecked() {
        String offered = numbers.offered("415");
        assertThat(numbers.office
                        .post("phone_numbers/check", "{'numbers':['" + offered + "','+10005550100']}")
                        .data())
                .isEqualTo(json("{'" + offered + "':'success','+10005550100':'error'}"));
    }

    @Test
    void localitiesAreNowhereToBeLookedUp() {
        Response failed = numbers.office.post("phone_numbers/locality", "{'numbers':['+14155550111']}");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.body().text("message")).isEqualTo("could not get locality url");
        assertThat(failed.data()).isEqualTo(JsonObject.EMPTY);
    }
}
